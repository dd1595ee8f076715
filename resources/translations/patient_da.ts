<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
    <context>
        <name>AnswerText</name>
        <message>
            <source>There is no room for more here. Tell the staff the rest.</source>
            <translation>Der er ikke plads til mere her. Fortæl personalet resten.</translation>
        </message>
    </context>
    <context>
        <name>AreaBlock</name>
        <message>
            <source>None of the others</source>
            <translation>Ingen af de andre</translation>
        </message>
    </context>
    <context>
        <name>AreaPage</name>
        <message>
            <source>None of the others</source>
            <translation>Ingen af de andre</translation>
        </message>
        <message>
            <source>{box}: ticked</source>
            <translation>{box}: sat kryds</translation>
        </message>
        <message>
            <source>{other}, in your own words …</source>
            <translation>{other}, du vil skrive …</translation>
        </message>
    </context>
    <context>
        <name>DistressPage</name>
        <message>
            <source>Press a number. You are welcome to skip.</source>
            <translation>Tryk på et tal. Du må gerne springe over.</translation>
        </message>
        <message>
            <source>You have chosen {number}</source>
            <translation>Du har valgt {number}</translation>
        </message>
    </context>
    <context>
        <name>PageHead</name>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} af {count}</translation>
        </message>
    </context>
    <context>
        <name>PatientBar</name>
        <message>
            <source>Needs assessment</source>
            <translation>Behovsvurdering</translation>
        </message>
        <message>
            <source>Read aloud</source>
            <translation>Læs op</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Mindre tekst</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Større tekst</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Høj kontrast</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Personale</translation>
        </message>
        <message>
            <source>Staff: take the screen back</source>
            <translation>Personale: tag skærmen tilbage</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Tekst</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>Stop oplæsning</translation>
        </message>
        <message>
            <source>Language: {language}</source>
            <translation>Sprog: {language}</translation>
        </message>
    </context>
    <context>
        <name>PatientFoot</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Tilbage</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Videre</translation>
        </message>
        <message>
            <source>&amp;Finish – hand the screen to the staff</source>
            <translation>&amp;Færdig – giv skærmen til personalet</translation>
        </message>
        <message>
            <source>&amp;Keep the note</source>
            <translation>&amp;Gem noten</translation>
        </message>
    </context>
    <context>
        <name>PatientModeScreen</name>
        <message>
            <source>You can choose at most {most}. To choose another, first press one that you have chosen.</source>
            <translation>Du kan vælge højst {most}. Vil du vælge en anden, så tryk først på en af dem, du har valgt.</translation>
        </message>
    </context>
    <context>
        <name>PriorityBox</name>
        <message>
            <source>{topic} – number {number} of what matters most</source>
            <translation>{topic} – nummer {number} af det, der betyder mest</translation>
        </message>
        <message>
            <source>{topic} – choose as one that matters most</source>
            <translation>{topic} – vælg som noget, der betyder mest</translation>
        </message>
    </context>
    <context>
        <name>ProgressSteps</name>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} af {count}</translation>
        </message>
        <message>
            <source>Page {number} of {count}</source>
            <translation>Side {number} af {count}</translation>
        </message>
    </context>
    <context>
        <name>StaffDoor</name>
        <message>
            <source>Staff: your &amp;password</source>
            <translation>Personale: din &amp;adgangskode</translation>
        </message>
        <message>
            <source>&amp;Take the screen back</source>
            <translation>Tag skærmen &amp;tilbage</translation>
        </message>
        <message>
            <source>One moment …</source>
            <translation>Et øjeblik …</translation>
        </message>
    </context>
    <context>
        <name>StaffDoorScreen</name>
        <message>
            <source>&amp;Back to the form</source>
            <translation>Til&amp;bage til skemaet</translation>
        </message>
        <message>
            <source>For the staff only</source>
            <translation>Kun for personalet</translation>
        </message>
        <message>
            <source>Did you come here by mistake? Go back to the form. Your answers are saved.</source>
            <translation>Er du kommet hertil ved en fejl? Gå tilbage til skemaet. Dine svar er gemt.</translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message>
            <source>Write a note</source>
            <translation>Skriv en note</translation>
        </message>
        <message>
            <source>Change your note</source>
            <translation>Ret din note</translation>
        </message>
        <message>
            <source>Support wanted</source>
            <translation>Brug for støtte</translation>
        </message>
        <message>
            <source>This is what you have marked</source>
            <translation>Det har du markeret</translation>
        </message>
        <message>
            <source>The rest</source>
            <translation>Resten af skemaet</translation>
        </message>
        <message>
            <source>You have marked nothing, and that is quite all right. You can still go back.</source>
            <translation>Du har ikke markeret noget, og det er helt i orden. Du kan stadig gå tilbage.</translation>
        </message>
        <message>
            <source>Is it as you want it? You can still change it.</source>
            <translation>Er det, som du vil have det? Du kan stadig rette.</translation>
        </message>
        <message>
            <source>Press the circle.</source>
            <translation>Tryk på cirklen.</translation>
        </message>
    </context>
    <context>
        <name>SummaryRow</name>
        <message>
            <source>Change</source>
            <translation>Ret</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>Udfyld</translation>
        </message>
    </context>
    <context>
        <name>ThankYouScreen</name>
        <message>
            <source>Thank you</source>
            <translation>Tak</translation>
        </message>
        <message>
            <source>Your answers are saved. Hand the screen to the staff.</source>
            <translation>Dine svar er gemt. Giv skærmen til personalet.</translation>
        </message>
    </context>
    <context>
        <name>TopicRow</name>
        <message>
            <source>Write a note</source>
            <translation>Skriv en note</translation>
        </message>
        <message>
            <source>Change your note</source>
            <translation>Ret din note</translation>
        </message>
    </context>
    <context>
        <name>WholePageScreen</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Tilbage</translation>
        </message>
        <message>
            <source>&amp;Finish the front page</source>
            <translation>&amp;Færdig med forsiden</translation>
        </message>
        <message>
            <source>Arrow keys: topic and column. Space: tick. S: support. N: note. 1–3: matters most. 0: none of these. A: anything else. Page Up and Page Down: area. Ctrl+Z: undo. Ctrl+S: finish.</source>
            <translation>Piletaster: emne og kolonne. Mellemrum: kryds. S: støtte. N: note. 1–3: betyder mest. 0: ingen af disse. A: andet. Page Up og Page Down: område. Ctrl+Z: fortryd. Ctrl+S: færdig.</translation>
        </message>
    </context>
</TS>
