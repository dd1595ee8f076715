<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>ActionsSection</name>
    <message>
        <source>Actions that were agreed</source>
        <translation>Aftalte handlinger</translation>
    </message>
    <message>
        <source>what became of them is asked at the next talk</source>
        <translation>hvad de er blevet til, spørges der om ved næste samtale</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Notér det</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>By whom, when</source>
        <translation>Af hvem, hvornår</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Hvor langt</translation>
    </message>
    <message>
        <source>Why was this dropped: {action}?</source>
        <translation>Hvorfor er dette bortfaldet: {action}?</translation>
    </message>
</context>
<context>
    <name>ActivityFields</name>
    <message>
        <source>Link to an area</source>
        <translation>Knyt til et område</translation>
    </message>
    <message>
        <source>Write, or choose below</source>
        <translation>Skriv, eller vælg herunder</translation>
    </message>
    <message>
        <source>Choose who</source>
        <translation>Vælg hvem</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>action {number}</source>
        <translation>handling {number}</translation>
    </message>
    <message>
        <source>{responsible}: name</source>
        <translation>{responsible}: navn</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>Areas, {place}: {areas}</source>
        <translation>Områder, {place}: {areas}</translation>
    </message>
    <message>
        <source>Which areas the action is about</source>
        <translation>Hvilke områder handlingen drejer sig om</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>Fjern {what}</translation>
    </message>
    <message>
        <source>The field is full. What came after did not fit.</source>
        <translation>Der er ikke plads til mere i feltet. Det sidste kom ikke med.</translation>
    </message>
    <message>
        <source>Which areas is it about?</source>
        <translation>Hvilke områder drejer det sig om?</translation>
    </message>
</context>
<context>
    <name>AdministrationScreen</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kolleger</translation>
    </message>
    <message>
        <source>Who works with the program, and how they come in.</source>
        <translation>Hvem der arbejder med programmet, og hvordan de får adgang.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Nøgler</translation>
    </message>
    <message>
        <source>A new recovery key on paper, or a new key for the store.</source>
        <translation>En ny gendannelsesnøgle på papir eller en ny nøgle til databasen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Who did what, when, and about which citizen.</source>
        <translation>Hvem der har gjort hvad, hvornår og for hvilken borger.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopier</translation>
    </message>
    <message>
        <source>The last good backup, a copy on another disk, and the way back to an earlier day.</source>
        <translation>Den seneste gode sikkerhedskopi, en kopi på en anden disk og vejen tilbage til en tidligere dag.</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Sletning</translation>
    </message>
    <message>
        <source>How long citizens&apos; records are kept, and who is old enough to be erased.</source>
        <translation>Hvor længe borgernes oplysninger gemmes, og hvad der er gammelt nok til at blive slettet.</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Modtagere</translation>
    </message>
    <message>
        <source>Whom to tell in each municipality, and from when to when.</source>
        <translation>Hvem der skal have besked i hver kommune, og fra hvornår til hvornår.</translation>
    </message>
    <message>
        <source>Offers and contacts</source>
        <translation>Tilbud og kontakter</translation>
    </message>
    <message>
        <source>Whom citizens can turn to: suggested on the back page, and told on the citizen&apos;s sheet.</source>
        <translation>Hvem borgerne kan henvende sig til: foreslås på bagsiden og står på borgerens ark.</translation>
    </message>
    <message>
        <source>Known sites</source>
        <translation>Steder, vi kender</translation>
    </message>
    <message>
        <source>Whose signed sheets are believed, and your own key for others.</source>
        <translation>Hvis underskrevne ark I stoler på, og jeres egen nøgle til andre.</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatorer</translation>
    </message>
    <message>
        <source>How many were offered an assessment, assessed in time and helped on, for a period.</source>
        <translation>Hvor mange der fik tilbudt en behovsvurdering, blev vurderet i tide og kom videre, for en periode.</translation>
    </message>
    <message>
        <source>Export of many</source>
        <translation>Eksport af mange</translation>
    </message>
    <message>
        <source>All assessments that were signed in a period, written into a folder.</source>
        <translation>Alle behovsvurderinger, der er underskrevet i en periode, skrevet til en mappe.</translation>
    </message>
    <message>
        <source>The place</source>
        <translation>Stedet</translation>
    </message>
    <message>
        <source>What stands on every sheet, and the place&apos;s own form.</source>
        <translation>Det, der står på alle ark, og stedets eget skema.</translation>
    </message>
</context>
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
        <translation>{box}: afkrydset</translation>
    </message>
    <message>
        <source>{other}, in your own words …</source>
        <translation>{other}, du vil skrive …</translation>
    </message>
</context>
<context>
    <name>AssessmentFields</name>
    <message>
        <source>Choose</source>
        <translation>Vælg</translation>
    </message>
    <message>
        <source>&amp;Occasion</source>
        <translation>Anle&amp;dning</translation>
    </message>
    <message>
        <source>Who referred the citizen</source>
        <translation>Hvem har henvist borgeren</translation>
    </message>
    <message>
        <source>Can the form be used now?</source>
        <translation>Kan skemaet bruges nu?</translation>
    </message>
    <message>
        <source>&amp;Why not?</source>
        <translation>&amp;Hvorfor ikke?</translation>
    </message>
    <message>
        <source>Use EORTC QLQ-C15-PAL instead. It is not part of this program: use the ward&apos;s own copy.</source>
        <translation>Brug EORTC QLQ-C15-PAL i stedet. Det er ikke en del af programmet: brug afdelingens eget eksemplar.</translation>
    </message>
    <message>
        <source>Where is the &amp;filled-in questionnaire kept?</source>
        <translation>Hvor ligger det &amp;udfyldte skema?</translation>
    </message>
    <message>
        <source>Or: wh&amp;y is it not filled in?</source>
        <translation>Eller: hvor&amp;for er det ikke udfyldt?</translation>
    </message>
    <message>
        <source>Who fills in the front page?</source>
        <translation>Hvem udfylder forsiden?</translation>
    </message>
    <message>
        <source>A relative is &amp;present</source>
        <translation>En pårørende er &amp;med</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Skema</translation>
    </message>
    <message>
        <source>The form&apos;s &amp;language</source>
        <translation>Skemaets spro&amp;g</translation>
    </message>
    <message>
        <source>Yes, the citizen accepts the offer</source>
        <translation>Ja, borgeren tager imod tilbuddet</translation>
    </message>
    <message>
        <source>No, the needs are mainly palliative</source>
        <translation>Nej, behovene er overvejende palliative</translation>
    </message>
    <message>
        <source>No, the citizen declines</source>
        <translation>Nej, borgeren takker nej</translation>
    </message>
    <message>
        <source>No, the citizen is too ill</source>
        <translation>Nej, borgeren er for syg</translation>
    </message>
    <message>
        <source>No, for another reason</source>
        <translation>Nej, af en anden grund</translation>
    </message>
    <message>
        <source>The citizen is under 18 years. In hospital the form is not used for children and young people: their needs are assessed all along by those who know them, across professions, and at network meetings. Record that the form was not used.</source>
        <translation>Borgeren er under 18 år. På hospitalet bruges skemaet ikke til børn og unge. Deres behov vurderes i stedet løbende og tværfagligt af dem, der kender dem, og på netværksmøder. Registrér, at skemaet ikke blev brugt.</translation>
    </message>
</context>
<context>
    <name>BackPageFoot</name>
    <message>
        <source>&amp;No needs now</source>
        <translation>&amp;Ingen behov nu</translation>
    </message>
    <message>
        <source>&amp;Write on</source>
        <translation>Skriv &amp;videre</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>For&amp;tryd</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Underskriv</translation>
    </message>
    <message>
        <source>Removed: {what}</source>
        <translation>Fjernet: {what}</translation>
    </message>
</context>
<context>
    <name>BackPageHeader</name>
    <message>
        <source>Citizen&apos;s &amp;marks</source>
        <translation>Borgerens &amp;markeringer</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>&amp;Arket</translation>
    </message>
    <message>
        <source>Correct &amp;details</source>
        <translation>Ret &amp;oplysninger</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Luk</translation>
    </message>
</context>
<context>
    <name>BackPageScreen</name>
    <message>
        <source>this is how the sheet turns out</source>
        <translation>sådan bliver arket</translation>
    </message>
    <message>
        <source>{relative} is here</source>
        <translation>{relative} er med</translation>
    </message>
    <message>
        <source>telephone missing</source>
        <translation>telefonnummer mangler</translation>
    </message>
    <message>
        <source>A relative</source>
        <translation>En pårørende</translation>
    </message>
    <message>
        <source>What the citizen has marked</source>
        <translation>Det, borgeren har markeret</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gemt {time}</translation>
    </message>
    <message>
        <source>The page waits for your signature. You can write on until then.</source>
        <translation>Siden venter på din underskrift. Du kan skrive videre, indtil du skriver under.</translation>
    </message>
</context>
<context>
    <name>BackupTable</name>
    <message>
        <source>Made</source>
        <translation>Lavet</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>Indhold</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopier</translation>
    </message>
    <message numerus="yes">
        <source>%n citizen(s)</source>
        <translation>
            <numerusform>%n borger</numerusform>
            <numerusform>%n borgere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s)</source>
        <translation>
            <numerusform>%n behovsvurdering</numerusform>
            <numerusform>%n behovsvurderinger</numerusform>
        </translation>
    </message>
    <message>
        <source>{citizens}, {assessments}</source>
        <translation>{citizens}, {assessments}</translation>
    </message>
    <message>
        <source>{date} at {time}</source>
        <translation>{date} kl. {time}</translation>
    </message>
    <message>
        <source>In this backup: {content}. The last thing written in it is from {moment}.</source>
        <translation>I denne sikkerhedskopi: {content}. Det sidste, der er skrevet i den, er fra {moment}.</translation>
    </message>
</context>
<context>
    <name>BackupsScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>&amp;Make a backup now</source>
        <translation>&amp;Lav en sikkerhedskopi nu</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopier</translation>
    </message>
    <message>
        <source>There are no backups yet. The first one is made by itself after half an hour of work, or when the program is closed. You can also make one now.</source>
        <translation>Der er ingen sikkerhedskopier endnu. Den første bliver lavet af sig selv efter en halv times arbejde, eller når programmet lukkes. Du kan også lave en nu.</translation>
    </message>
    <message>
        <source>&amp;Put this backup in place of the store</source>
        <translation>&amp;Gendan databasen fra denne sikkerhedskopi</translation>
    </message>
    <message>
        <source>Choose another &amp;folder</source>
        <translation>Vælg en anden &amp;mappe</translation>
    </message>
    <message>
        <source>&amp;No other folder</source>
        <translation>&amp;Ingen anden mappe</translation>
    </message>
    <message>
        <source>A backup is made by itself every half hour of work and when the program is closed. Each is read again before it counts. The last of 12 days, 10 weeks and 9 months are kept.</source>
        <translation>Der bliver lavet en sikkerhedskopi af sig selv for hver halve times arbejde, og når programmet lukkes. Hver kopi bliver læst igennem, før den tæller. Den seneste fra 12 dage, 10 uger og 9 måneder bliver gemt.</translation>
    </message>
    <message>
        <source>A copy on another disk</source>
        <translation>En kopi på en anden disk</translation>
    </message>
    <message>
        <source>The backup is being made and read again. You can go on working.</source>
        <translation>Sikkerhedskopien bliver lavet og læst igennem. Du kan arbejde videre imens.</translation>
    </message>
    <message>
        <source>Each backup is also copied to {folder}.</source>
        <translation>Hver sikkerhedskopi bliver også lagt i {folder}.</translation>
    </message>
    <message>
        <source>Backups lie beside the store. If the computer is lost they are lost too: choose a folder on a network drive or on a memory stick. They are encrypted there as well.</source>
        <translation>Sikkerhedskopierne ligger ved siden af databasen. Forsvinder computeren, forsvinder de også: Vælg en mappe på et netværksdrev eller en USB-nøgle. De er også krypteret dér.</translation>
    </message>
    <message>
        <source>Looking for backups …</source>
        <translation>Leder efter sikkerhedskopier …</translation>
    </message>
    <message>
        <source>No backup has been made yet</source>
        <translation>Der er ikke lavet nogen sikkerhedskopi endnu</translation>
    </message>
    <message>
        <source>Last good backup: {moment}</source>
        <translation>Seneste gode sikkerhedskopi: {moment}</translation>
    </message>
    <message>
        <source>A folder for copies of the backups</source>
        <translation>En mappe til kopier af sikkerhedskopierne</translation>
    </message>
</context>
<context>
    <name>CallsSection</name>
    <message>
        <source>Follow-up call</source>
        <translation>Opfølgende opkald</translation>
    </message>
    <message>
        <source>three to four weeks after treatment, where there was no need at its end</source>
        <translation>tre til fire uger efter behandlingen, hvor der ikke var behov ved afslutningen</translation>
    </message>
    <message>
        <source>&amp;Treatment ended on</source>
        <translation>Behandlingen &amp;sluttede</translation>
    </message>
    <message>
        <source>Put a call on the &amp;list</source>
        <translation>Sæt &amp;opkald på listen</translation>
    </message>
    <message>
        <source>Treatment ended</source>
        <translation>Behandlingen sluttede</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Save the &amp;day</source>
        <translation>&amp;Gem dagen</translation>
    </message>
    <message>
        <source>Call between</source>
        <translation>Ring mellem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>ikke skrevet endnu</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} og {last}</translation>
    </message>
    <message>
        <source>attempts: {count}</source>
        <translation>forsøg: {count}</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Talt med</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Intet svar</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Ikke nødvendigt</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Take &amp;in what was read</source>
        <translation>Ind&amp;læs siderne</translation>
    </message>
    <message>
        <source>Another &amp;camera</source>
        <translation>Et andet &amp;kamera</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>Nothing that the camera sees is kept but the code. Hold the page flat and close.</source>
        <translation>Der gemmes intet af det, kameraet ser, ud over koden. Hold siden fladt og tæt på.</translation>
    </message>
    <message>
        <source>Front pages read: {fronts}. Back pages: {backs}.</source>
        <translation>Læste forsider: {fronts}. Bagsider: {backs}.</translation>
    </message>
    <message>
        <source>The front page is read. Show the back page too, or the next sheet.</source>
        <translation>Forsiden er læst. Vis også bagsiden, eller det næste ark.</translation>
    </message>
    <message>
        <source>The back page is read.</source>
        <translation>Bagsiden er læst.</translation>
    </message>
    <message>
        <source>Hold the code on the front page before the camera</source>
        <translation>Hold forsidens kode op foran kameraet</translation>
    </message>
    <message>
        <source>The camera is being opened</source>
        <translation>Kameraet åbnes</translation>
    </message>
    <message>
        <source>There is nothing to see</source>
        <translation>Der er ikke noget at se</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>What the camera sees</source>
        <translation>Det, kameraet ser</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuller</translation>
    </message>
</context>
<context>
    <name>CitizenFields</name>
    <message>
        <source>Not asked</source>
        <translation>Ikke spurgt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>&amp;Interpreter is needed</source>
        <translation>To&amp;lk er nødvendig</translation>
    </message>
    <message>
        <source>The citizen has no CPR number</source>
        <translation>Borgeren har intet CPR-nummer</translation>
    </message>
    <message>
        <source>Name and address are protected</source>
        <translation>Navne- og adressebesk&amp;yttelse</translation>
    </message>
    <message>
        <source>&amp;CPR number</source>
        <translation>&amp;CPR-nummer</translation>
    </message>
    <message>
        <source>ddmmyy-xxxx</source>
        <translation>ddmmåå-xxxx</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Navn</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>Best &amp;time to call</source>
        <translation>&amp;Bedste tidspunkt at ringe</translation>
    </message>
    <message>
        <source>&amp;Municipality</source>
        <translation>&amp;Kommune</translation>
    </message>
    <message>
        <source>Children under 18 at home</source>
        <translation>Børn under 18 år i hjemmet</translation>
    </message>
    <message>
        <source>G&amp;eneral practitioner</source>
        <translation>&amp;Egen læge</translation>
    </message>
    <message>
        <source>Relati&amp;ve</source>
        <translation>&amp;Pårørende</translation>
    </message>
    <message>
        <source>Language spo&amp;ken</source>
        <translation>Borgerens &amp;sprog</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Fewer &amp;details</source>
        <translation>Færre &amp;oplysninger</translation>
    </message>
    <message>
        <source>Phone of the practice</source>
        <translation>Lægens telefon</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Phone of the relative</source>
        <translation>Den pårørendes telefon</translation>
    </message>
    <message>
        <source>Known here. Choose the right one, or go on:</source>
        <translation>Findes her allerede. Vælg den rigtige, eller skriv videre:</translation>
    </message>
    <message>
        <source>More &amp;details</source>
        <translation>Flere &amp;oplysninger</translation>
    </message>
</context>
<context>
    <name>CodeFaults</name>
    <message>
        <source>This code is not that of a needs assessment from this program.</source>
        <translation>Koden hører ikke til en behovsvurdering fra dette program.</translation>
    </message>
    <message>
        <source>The code was printed by a newer version of this program. Update this one first.</source>
        <translation>Koden er trykt af en nyere version af programmet. Opdatér først programmet her.</translation>
    </message>
    <message>
        <source>The code on the sheet does not make sense. Take in the PDF, or type from the paper.</source>
        <translation>Koden på arket giver ikke mening. Hent PDF&apos;en ind, eller skriv af efter papiret.</translation>
    </message>
    <message>
        <source>This form has more boxes than a code has room for. The PDF carries everything.</source>
        <translation>Skemaet har flere felter, end en kode har plads til. Alt er med i PDF&apos;en.</translation>
    </message>
    <message>
        <source>The sheet is on a form that is not known here. Take in the PDF, or ask for the form.</source>
        <translation>Arket er på et skema, som ikke kendes her. Hent PDF&apos;en ind, eller bed om at få skemaet.</translation>
    </message>
    <message>
        <source>This is the code of a back page. The answers are in the code on the front page.</source>
        <translation>Det er koden på en bagside. Svarene er i koden på forsiden.</translation>
    </message>
    <message>
        <source>This is a back page alone. The answers are on the front page of the sheet: read that one too.</source>
        <translation>Det her er en bagside alene. Svarene står på arkets forside: læs den også.</translation>
    </message>
    <message>
        <source>No code of a front page was found. A scan: once more at 300 dpi, flat and whole. Other papers, such as a plan, have none.</source>
        <translation>Der blev ikke fundet en kode fra en forside. Er det en scanning, så scan igen i 300 dpi, fladt og helt. Andre papirer, fx en plan, har ingen kode.</translation>
    </message>
    <message>
        <source>The code was altered after the sheet was signed, or it is forged. Ask the sender for the sheet.</source>
        <translation>Koden er ændret, efter at arket blev underskrevet, eller den er forfalsket. Bed afsenderen om arket.</translation>
    </message>
    <message>
        <source>The file is no PDF, no picture (PNG, JPEG, TIFF) and no FHIR Bundle that can be read.</source>
        <translation>Filen er hverken en PDF, et billede (PNG, JPEG, TIFF) eller en FHIR Bundle, som kan læses.</translation>
    </message>
    <message>
        <source>The picture has more than {megapixels} megapixels. Scan the page at 300 dpi.</source>
        <translation>Billedet har mere end {megapixels} megapixel. Scan siden i 300 dpi.</translation>
    </message>
    <message>
        <source>The file has more than {most} pages. Take them in as several files.</source>
        <translation>Filen har mere end {most} sider. Hent dem ind som flere filer.</translation>
    </message>
    <message>
        <source>No camera was found, or another program is using it. Try another camera, or scan the page.</source>
        <translation>Der blev ikke fundet et kamera, eller et andet program bruger det. Prøv et andet kamera, eller scan siden.</translation>
    </message>
    <message>
        <source>The camera shows nothing any more. Try again, or scan the page. What was read is still here.</source>
        <translation>Kameraet viser ikke noget mere. Prøv igen, eller scan siden. Det, der er læst, er her stadig.</translation>
    </message>
    <message>
        <source>The signature in the file does not hold. Ask the sender for the file again.</source>
        <translation>Underskriften i filen holder ikke. Bed afsenderen om filen igen.</translation>
    </message>
    <message>
        <source>This file is not a site&apos;s key, or it was damaged on the way. Ask for it again.</source>
        <translation>Filen er ikke et steds nøgle, eller den er blevet beskadiget undervejs. Bed om den igen.</translation>
    </message>
    <message>
        <source>This is your own site&apos;s key. It counts here already.</source>
        <translation>Det er jeres eget steds nøgle. Den gælder allerede her.</translation>
    </message>
    <message>
        <source>Your key is saved as a file. Send it, and compare the figures by telephone.</source>
        <translation>Jeres nøgle er gemt som fil. Send den, og sammenlign tallene over telefonen.</translation>
    </message>
    <message>
        <source>Compare the figures by telephone first, and set the tick when they are the same.</source>
        <translation>Sammenlign først tallene over telefonen, og sæt kryds, når de er ens.</translation>
    </message>
    <message>
        <source>This site was withdrawn already.</source>
        <translation>Stedets nøgle er allerede trukket tilbage.</translation>
    </message>
</context>
<context>
    <name>ColleagueScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Gem</translation>
    </message>
    <message>
        <source>A new colleague</source>
        <translation>En ny kollega</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Navn</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <source>&amp;Phone at work</source>
        <translation>Te&amp;lefon på arbejdet</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Brugernavn</translation>
    </message>
    <message>
        <source>The colleague&apos;s initials, for example. It cannot be changed later.</source>
        <translation>For eksempel kollegaens initialer. Det kan ikke ændres senere.</translation>
    </message>
    <message>
        <source>Login: {login}. It cannot be changed.</source>
        <translation>Brugernavn: {login}. Det kan ikke ændres.</translation>
    </message>
    <message>
        <source>What may this colleague do?</source>
        <translation>Hvad må kollegaen?</translation>
    </message>
    <message>
        <source>Make a new &amp;first password</source>
        <translation>Lav en ny &amp;første adgangskode</translation>
    </message>
    <message>
        <source>Give access a&amp;gain</source>
        <translation>Gi&amp;v adgang igen</translation>
    </message>
    <message>
        <source>Take &amp;access away …</source>
        <translation>Fjern &amp;adgangen …</translation>
    </message>
    <message>
        <source>You change your own password under Settings. Your role and your access are for another administrator to change, so that there is always one left.</source>
        <translation>Din egen adgangskode skifter du under Indstillinger. Din rolle og din adgang kan en anden administrator ændre, så der altid er en administrator.</translation>
    </message>
    <message>
        <source>Take access away from {name}?</source>
        <translation>Skal {name} ikke længere have adgang?</translation>
    </message>
    <message>
        <source>{name} does not come in any more, from now on. Everything that {name} has done stays as it is. You can give access again later.</source>
        <translation>{name} kan ikke låse op fra nu af. Alt, hvad {name} har gjort, bliver stående. Du kan give adgang igen senere.</translation>
    </message>
    <message>
        <source>Take &amp;access away</source>
        <translation>Fjern &amp;adgangen</translation>
    </message>
    <message>
        <source>&amp;Keep access</source>
        <translation>&amp;Behold adgangen</translation>
    </message>
    <message>
        <source>Hand over the first password</source>
        <translation>Giv den første adgangskode videre</translation>
    </message>
    <message>
        <source>It is shown only now, and works until your colleague has chosen one that nobody else knows.</source>
        <translation>Den vises kun nu og gælder, til din kollega har valgt en, som ingen andre kender.</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Udskriv</translation>
    </message>
    <message>
        <source>It is &amp;handed over</source>
        <translation>&amp;Den er givet videre</translation>
    </message>
    <message>
        <source>Sa&amp;ve and make a first password</source>
        <translation>&amp;Gem og lav en første adgangskode</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øjeblik …</translation>
    </message>
    <message>
        <source>works with citizens and their forms</source>
        <translation>arbejder med borgere og deres skemaer</translation>
    </message>
    <message>
        <source>that too, and looks after colleagues, keys and the place</source>
        <translation>det samme, og tager sig af kolleger, nøgler og stedet</translation>
    </message>
    <message>
        <source>{role}: {what}</source>
        <translation>{role}: {what}</translation>
    </message>
    <message>
        <source>{name} comes in with the login {login} and this password:</source>
        <translation>{name} låser op med brugernavnet {login} og denne adgangskode:</translation>
    </message>
</context>
<context>
    <name>ComparisonList</name>
    <message>
        <source>Topic</source>
        <translation>Emne</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Før</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Nothing is marked in either of them.</source>
        <translation>Der er ikke sat kryds i nogen af dem.</translation>
    </message>
    <message>
        <source>asked in other words now</source>
        <translation>spørges der nu til med andre ord</translation>
    </message>
    <message>
        <source>not on the earlier form</source>
        <translation>stod ikke i det tidligere skema</translation>
    </message>
    <message>
        <source>matters most: {number}</source>
        <translation>betyder mest: {number}</translation>
    </message>
    <message>
        <source>concerns</source>
        <translation>fylder</translation>
    </message>
    <message>
        <source>wants support</source>
        <translation>ønsker støtte</translation>
    </message>
</context>
<context>
    <name>ComparisonSheetScreen</name>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Udskriv …</translation>
    </message>
    <message>
        <source>Save as PD&amp;F …</source>
        <translation>Gem som PD&amp;F …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Luk</translation>
    </message>
    <message>
        <source>Sent to the printer {time}</source>
        <translation>Sendt til printeren kl. {time}</translation>
    </message>
    <message>
        <source>Saved as PDF {time}</source>
        <translation>Gemt som PDF kl. {time}</translation>
    </message>
    <message>
        <source>Save the comparison as PDF</source>
        <translation>Gem sammenligningen som PDF</translation>
    </message>
</context>
<context>
    <name>ConsultationButton</name>
    <message>
        <source>Be&amp;fore and now</source>
        <translation>&amp;Før og nu</translation>
    </message>
    <message>
        <source>What is new, still there or gone since the assessment before</source>
        <translation>Hvad der er nyt, stadig er der eller ikke er der mere siden sidste behovsvurdering</translation>
    </message>
</context>
<context>
    <name>ConsultationScreen</name>
    <message>
        <source>&amp;New assessment</source>
        <translation>&amp;Ny behovsvurdering</translation>
    </message>
    <message>
        <source>&amp;Plan for rehabilitation</source>
        <translation>&amp;Plan for rehabilitering</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Luk</translation>
    </message>
    <message>
        <source>&amp;Earlier assessment</source>
        <translation>&amp;Tidligere behovsvurdering</translation>
    </message>
    <message>
        <source>What the citizen marked before</source>
        <translation>Hvad borgeren satte kryds ved før</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Hvad der er ændret</translation>
    </message>
    <message>
        <source>Begin a &amp;new assessment</source>
        <translation>Begynd en &amp;ny behovsvurdering</translation>
    </message>
    <message>
        <source>There is no earlier assessment here to look at.</source>
        <translation>Her er ingen tidligere behovsvurdering at se på.</translation>
    </message>
    <message>
        <source>Nobody known vouches for this one. Ask the citizen whether it is theirs.</source>
        <translation>Ingen kendt afsender står inde for denne. Spørg borgeren, om det er deres.</translation>
    </message>
    <message>
        <source>The citizen also wrote words, which stand on the paper and did not come along.</source>
        <translation>Borgeren har også skrevet med egne ord. De står på papiret og er ikke kommet med.</translation>
    </message>
    <message>
        <source>Begin a new assessment with the citizen. What has changed then stands here.</source>
        <translation>Begynd en ny behovsvurdering sammen med borgeren. Så står der her, hvad der har ændret sig.</translation>
    </message>
    <message>
        <source>{now}: not finished yet, so what is missing may still come.</source>
        <translation>{now}: ikke færdig endnu, så det, der mangler, kan stadig komme.</translation>
    </message>
    <message>
        <source>{now}, beside {before}.</source>
        <translation>{now}, ved siden af {before}.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>modtaget</translation>
    </message>
</context>
<context>
    <name>ContactFields</name>
    <message>
        <source>Anything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Helps with: {topics}</source>
        <translation>Hjælper med: {topics}</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>S&amp;lags</translation>
    </message>
    <message>
        <source>&amp;Helps with</source>
        <translation>&amp;Hjælper med</translation>
    </message>
    <message>
        <source>Na&amp;me in Danish</source>
        <translation>Navn &amp;på dansk</translation>
    </message>
    <message>
        <source>Name in &amp;English, if another</source>
        <translation>Navn på &amp;engelsk, hvis det er et andet</translation>
    </message>
    <message>
        <source>&amp;Where, such as a municipality or a region</source>
        <translation>H&amp;vor, f.eks. en kommune eller en region</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Opening hours</source>
        <translation>&amp;Åbningstid</translation>
    </message>
    <message>
        <source>Webs&amp;ite</source>
        <translation>Hjemmes&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;First day, if there is one</source>
        <translation>&amp;Første dag, hvis der er en</translation>
    </message>
    <message>
        <source>&amp;Last day, if there is one</source>
        <translation>&amp;Sidste dag, hvis der er en</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Gem</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>Who may refer</source>
        <translation>Hvem kan henvise</translation>
    </message>
    <message>
        <source>What does it help with?</source>
        <translation>Hvad hjælper det med?</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>What came of it?</source>
        <translation>Hvad kom der ud af det?</translation>
    </message>
    <message>
        <source>A &amp;word about it (may be empty)</source>
        <translation>Et or&amp;d om det (må være tomt)</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Ann&amp;uller</translation>
    </message>
    <message>
        <source>&amp;Save the contact</source>
        <translation>&amp;Gem kontakten</translation>
    </message>
</context>
<context>
    <name>CopiesPanel</name>
    <message>
        <source>Copies</source>
        <translation>Eksemplarer</translation>
    </message>
    <message>
        <source>Sent to the printer {time}</source>
        <translation>Sendt til printeren {time}</translation>
    </message>
    <message>
        <source>The citizen has said no to this.</source>
        <translation>Borgeren har sagt nej til dette.</translation>
    </message>
    <message>
        <source>The citizen has not been asked.</source>
        <translation>Borgeren er ikke spurgt.</translation>
    </message>
</context>
<context>
    <name>CorrectPanel</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Gem</translation>
    </message>
</context>
<context>
    <name>DayOfArrival</name>
    <message>
        <source>Contact at the latest: {day}</source>
        <translation>Kontakt senest: {day}</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>On which &amp;day did you hear of the citizen?</source>
        <translation>H&amp;vilken dag hørte I om borgeren?</translation>
    </message>
    <message>
        <source>Save the da&amp;y</source>
        <translation>&amp;Gem dagen</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Annulle&amp;r</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} til {last}</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>fra {first}</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>til {last}</translation>
    </message>
</context>
<context>
    <name>DeliveryFaults</name>
    <message>
        <source>The assessment is not signed, so nothing of it can leave yet.</source>
        <translation>Behovsvurderingen er ikke underskrevet, så der kan ikke afleveres noget endnu.</translation>
    </message>
    <message>
        <source>This assessment does not leave for that receiver. Nothing was noted.</source>
        <translation>Den modtager skal ikke have denne behovsvurdering. Der er ikke noteret noget.</translation>
    </message>
    <message>
        <source>The citizen has not consented to this receiver being told. Nothing was noted.</source>
        <translation>Borgeren har ikke givet samtykke til, at modtageren får besked. Der er ikke noteret noget.</translation>
    </message>
    <message>
        <source>The back page does not say whether the citizen consents. Ask, reopen the sheet and note the answer there.</source>
        <translation>På bagsiden står der ikke, om borgeren giver samtykke. Spørg, åbn arket igen, og notér svaret dér.</translation>
    </message>
    <message>
        <source>Say how it left.</source>
        <translation>Skriv, hvordan det er afleveret.</translation>
    </message>
    <message>
        <source>Say who got it.</source>
        <translation>Skriv, hvem der har fået det.</translation>
    </message>
    <message>
        <source>Say why it is not wanted.</source>
        <translation>Vælg, hvorfor det ikke er ønsket.</translation>
    </message>
    <message>
        <source>Say in a few words why it is not wanted.</source>
        <translation>Skriv med få ord, hvorfor det ikke er ønsket.</translation>
    </message>
    <message>
        <source>There is no text for this receiver: the citizen gets the sheet.</source>
        <translation>Der er ingen tekst til den modtager: borgeren får arket.</translation>
    </message>
    <message>
        <source>Nothing was signed in this period. Nothing was written.</source>
        <translation>Der er ikke underskrevet noget i perioden. Der er ikke skrevet noget.</translation>
    </message>
    <message>
        <source>Choose a municipality from the list.</source>
        <translation>Vælg en kommune fra listen.</translation>
    </message>
    <message>
        <source>Say who the receiver is.</source>
        <translation>Skriv, hvem modtageren er.</translation>
    </message>
    <message>
        <source>This is no mail address. Write it like name@place.dk, or leave it empty.</source>
        <translation>Det er ikke en mailadresse. Skriv den som navn@sted.dk, eller lad feltet være tomt.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Den sidste dag ligger før den første.</translation>
    </message>
    <message>
        <source>There is already a receiver for this municipality in that time. Give that one a last day first.</source>
        <translation>Der er allerede en modtager for kommunen i det tidsrum. Giv først den en sidste dag.</translation>
    </message>
    <message>
        <source>The receiver is no longer in the list.</source>
        <translation>Modtageren er ikke længere på listen.</translation>
    </message>
</context>
<context>
    <name>DeliveryNotePanel</name>
    <message>
        <source>A &amp;few words, if needed</source>
        <translation>Et par &amp;ord, hvis der er brug for det</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuller</translation>
    </message>
</context>
<context>
    <name>DirectoryFaults</name>
    <message>
        <source>Say in Danish what it is called.</source>
        <translation>Skriv på dansk, hvad det hedder.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Den sidste dag ligger før den første.</translation>
    </message>
    <message>
        <source>There are {most} entries already. Put another one right instead.</source>
        <translation>Der er allerede {most} tilbud og kontakter. Ret en af dem i stedet.</translation>
    </message>
    <message>
        <source>Nothing of this entry has been changed.</source>
        <translation>Der er ikke ændret noget her.</translation>
    </message>
</context>
<context>
    <name>DirectoryScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>Til&amp;bage</translation>
    </message>
    <message>
        <source>&amp;New offer or contact</source>
        <translation>&amp;Nyt tilbud eller ny kontakt</translation>
    </message>
    <message>
        <source>Offers and contacts</source>
        <translation>Tilbud og kontakter</translation>
    </message>
    <message>
        <source>Whom citizens can turn to. What holds today is suggested on the back page, and what is chosen there stands on the citizen&apos;s sheet as soon as a telephone number, a website or an address is filled in. What no longer exists gets a last day; sheets that are signed keep what they said.</source>
        <translation>Hvem borgerne kan henvende sig til. Det, der gælder i dag, bliver foreslået på bagsiden, og det, I vælger dér, kommer med på borgerens ark, så snart der er et telefonnummer, en hjemmeside eller en adresse. Giv det, der ikke findes længere, en sidste dag. Ark, der er underskrevet, beholder det, der stod.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Fortr&amp;yd</translation>
    </message>
    <message>
        <source>{area} (all of it)</source>
        <translation>{area} (hele området)</translation>
    </message>
    <message>
        <source>“{name}” was changed.</source>
        <translation>“{name}” er ændret.</translation>
    </message>
    <message>
        <source>Valid today</source>
        <translation>Gælder i dag</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Gælder senere</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>Gælder ikke længere</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>indtil videre</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>End today</source>
        <translation>Slutter i dag</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Helps with</source>
        <translation>Hjælper med</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gælder</translation>
    </message>
    <message>
        <source>As the citizen&apos;s card says</source>
        <translation>Som der står på borgerens kort</translation>
    </message>
    <message>
        <source>No telephone number, website or address yet</source>
        <translation>Telefon, hjemmeside og adresse mangler endnu</translation>
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
    <name>FileFaults</name>
    <message>
        <source>There is no such file.</source>
        <translation>Filen findes ikke.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Det er en mappe, ikke en fil.</translation>
    </message>
    <message>
        <source>This is a file, not a folder. Nothing was changed.</source>
        <translation>Det er en fil, ikke en mappe. Intet er ændret.</translation>
    </message>
    <message>
        <source>The file cannot be read. Ask for access to it.</source>
        <translation>Filen kan ikke læses. Bed om adgang til den.</translation>
    </message>
    <message>
        <source>The file is larger than {megabytes} MB. Nothing was loaded.</source>
        <translation>Filen er større end {megabytes} MB. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8. Nothing was loaded.</source>
        <translation>Filen er ikke tekst i UTF-8. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The file is nested deeper than {levels} levels.</source>
        <translation>Filen er indlejret dybere end {levels} niveauer.</translation>
    </message>
    <message>
        <source>The file is made of more parts than any file that can be used here. Nothing was loaded.</source>
        <translation>Filen består af flere dele end nogen fil, der kan bruges her. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The file is not valid JSON: see line {line}, column {column}.</source>
        <translation>Filen er ikke gyldig JSON: se linje {line}, kolonne {column}.</translation>
    </message>
    <message>
        <source>The file holds a number that is none: {name}.</source>
        <translation>Filen indeholder et tal, der ikke er et: {name}.</translation>
    </message>
    <message>
        <source>An entry has the same key twice.</source>
        <translation>En post har den samme nøgle to gange.</translation>
    </message>
    <message>
        <source>The file holds half a character (a lone surrogate).</source>
        <translation>Filen indeholder et halvt tegn (et enligt surrogat).</translation>
    </message>
    <message>
        <source>The form cannot be shown as it is written (faults: {count}). Nothing of it was loaded.</source>
        <translation>Skemaet kan ikke vises, som det er skrevet (fejl: {count}). Intet af det er indlæst.</translation>
    </message>
    <message>
        <source>The file is not a FHIR Questionnaire.</source>
        <translation>Filen er ikke et FHIR Questionnaire.</translation>
    </message>
    <message>
        <source>The form has no url.</source>
        <translation>Skemaet har ingen url.</translation>
    </message>
    <message>
        <source>The form has no version.</source>
        <translation>Skemaet har ingen version.</translation>
    </message>
    <message>
        <source>The url must be one line of at most {longest} characters.</source>
        <translation>url skal være én linje på højst {longest} tegn.</translation>
    </message>
    <message>
        <source>The version must be one line of at most {longest} characters.</source>
        <translation>version skal være én linje på højst {longest} tegn.</translation>
    </message>
    <message>
        <source>The status must be &quot;active&quot; or &quot;draft&quot;, not &quot;{status}&quot;.</source>
        <translation>status skal være &quot;active&quot; eller &quot;draft&quot;, ikke &quot;{status}&quot;.</translation>
    </message>
    <message>
        <source>The form must be written in Danish, with other languages beside it, not in &quot;{language}&quot;.</source>
        <translation>Skemaet skal være skrevet på dansk med andre sprog ved siden af, ikke på &quot;{language}&quot;.</translation>
    </message>
    <message>
        <source>implicitRules asks for rules that this program does not know.</source>
        <translation>implicitRules beder om regler, som programmet ikke kender.</translation>
    </message>
    <message>
        <source>The form has no areas: no groups at the top.</source>
        <translation>Skemaet har ingen områder: ingen grupper øverst.</translation>
    </message>
    <message>
        <source>The form has more than {most} areas.</source>
        <translation>Skemaet har mere end {most} områder.</translation>
    </message>
    <message>
        <source>There are more than {most} topics.</source>
        <translation>Der er mere end {most} emner.</translation>
    </message>
    <message>
        <source>lead, priority and distress are names of the form&apos;s own lines; choose another linkId.</source>
        <translation>lead, priority og distress er navne på skemaets egne linjer; vælg et andet linkId.</translation>
    </message>
    <message>
        <source>An item of type &quot;{type}&quot; cannot stand at the top; only groups, lead, priority and distress can.</source>
        <translation>Et item af typen &quot;{type}&quot; kan ikke stå øverst; det kan kun grupper, lead, priority og distress.</translation>
    </message>
    <message>
        <source>An item of type &quot;{type}&quot; cannot stand in an area; only groups and the text {other} can.</source>
        <translation>Et item af typen &quot;{type}&quot; kan ikke stå i et område; det kan kun grupper og teksten {other}.</translation>
    </message>
    <message>
        <source>An item of type &quot;{type}&quot; cannot stand here; only the boxes {topic}.problem and {topic}.support and the text {topic}.note can.</source>
        <translation>Et item af typen &quot;{type}&quot; kan ikke stå her; det kan kun felterne {topic}.problem og {topic}.support og teksten {topic}.note.</translation>
    </message>
    <message>
        <source>The area has no topics.</source>
        <translation>Området har ingen emner.</translation>
    </message>
    <message>
        <source>The topic has no box: add {topic}.problem, {topic}.support, or both.</source>
        <translation>Emnet har intet felt: tilføj {topic}.problem, {topic}.support eller begge.</translation>
    </message>
    <message>
        <source>maxLength must be a whole number from 1 on.</source>
        <translation>maxLength skal være et helt tal fra 1 og op.</translation>
    </message>
    <message>
        <source>The option &quot;{option}&quot; is no topic of the form.</source>
        <translation>Valget &quot;{option}&quot; er ikke et emne i skemaet.</translation>
    </message>
    <message>
        <source>The option &quot;{option}&quot; stands twice.</source>
        <translation>Valget &quot;{option}&quot; står der to gange.</translation>
    </message>
    <message>
        <source>The topic &quot;{topic}&quot; is missing among the options.</source>
        <translation>Emnet &quot;{topic}&quot; mangler blandt valgene.</translation>
    </message>
    <message>
        <source>maxOccurs must be a number from 1 to {most}.</source>
        <translation>maxOccurs skal være et tal fra 1 til {most}.</translation>
    </message>
    <message>
        <source>The line must go from 0 to 10.</source>
        <translation>Linjen skal gå fra 0 til 10.</translation>
    </message>
    <message>
        <source>The words are too long: at most {longest} characters have room.</source>
        <translation>Ordene er for lange: der er plads til højst {longest} tegn.</translation>
    </message>
    <message>
        <source>The Danish words are missing.</source>
        <translation>De danske ord mangler.</translation>
    </message>
    <message>
        <source>A translation does not say which language it is in.</source>
        <translation>En oversættelse fortæller ikke, hvilket sprog den er på.</translation>
    </message>
    <message>
        <source>The type must be &quot;{expected}&quot;, not &quot;{type}&quot;.</source>
        <translation>Typen skal være &quot;{expected}&quot;, ikke &quot;{type}&quot;.</translation>
    </message>
    <message>
        <source>Nothing can stand inside this item.</source>
        <translation>Der kan ikke stå noget inde i dette item.</translation>
    </message>
    <message>
        <source>This item cannot be hidden; only distress can.</source>
        <translation>Dette item kan ikke skjules; det kan kun distress.</translation>
    </message>
    <message>
        <source>An item here is not written as FHIR asks.</source>
        <translation>Et item her er ikke skrevet, som FHIR beder om.</translation>
    </message>
    <message>
        <source>Item number {number} here has no linkId.</source>
        <translation>Item nummer {number} her har intet linkId.</translation>
    </message>
    <message>
        <source>A linkId may have up to 100 characters and no spaces.</source>
        <translation>Et linkId må have op til 100 tegn og ingen mellemrum.</translation>
    </message>
    <message>
        <source>The linkId stands more than once.</source>
        <translation>linkId står der mere end én gang.</translation>
    </message>
    <message>
        <source>The form has more than {most} items.</source>
        <translation>Skemaet har mere end {most} punkter.</translation>
    </message>
    <message>
        <source>The item has no type.</source>
        <translation>Dette item har ingen type.</translation>
    </message>
    <message>
        <source>enableWhen cannot be used: every line is shown to everybody.</source>
        <translation>enableWhen kan ikke bruges: hver linje vises for alle.</translation>
    </message>
    <message>
        <source>answerValueSet cannot be used: answers must stand in the file.</source>
        <translation>answerValueSet kan ikke bruges: svarene skal stå i filen.</translation>
    </message>
    <message>
        <source>initial cannot be used: every form begins empty.</source>
        <translation>initial kan ikke bruges: alle skemaer begynder tomme.</translation>
    </message>
    <message>
        <source>required cannot be used: every line may be left out.</source>
        <translation>required kan ikke bruges: hver linje må springes over.</translation>
    </message>
    <message>
        <source>readOnly cannot be used: every line can be answered.</source>
        <translation>readOnly kan ikke bruges: hver linje kan besvares.</translation>
    </message>
    <message>
        <source>repeats can be used at priority only.</source>
        <translation>repeats kan kun bruges ved priority.</translation>
    </message>
    <message>
        <source>answerOption can be used at priority only.</source>
        <translation>answerOption kan kun bruges ved priority.</translation>
    </message>
    <message>
        <source>The modifierExtension &quot;{name}&quot; changes what the form means in a way that is not known here.</source>
        <translation>modifierExtension &quot;{name}&quot; ændrer skemaets betydning på en måde, der ikke er kendt her.</translation>
    </message>
    <message>
        <source>The extension &quot;{name}&quot; decides what may be answered, and this program does not follow it.</source>
        <translation>extension &quot;{name}&quot; bestemmer, hvad der må svares, og det følger programmet ikke.</translation>
    </message>
    <message>
        <source>The form can be used. Version {version}; areas: {areas}; topics: {topics}; languages: {languages}.</source>
        <translation>Skemaet kan bruges. Version {version}; områder: {areas}; emner: {topics}; sprog: {languages}.</translation>
    </message>
    <message>
        <source>The list has faults ({count}). Nothing of it was loaded.</source>
        <translation>Der er fejl i listen ({count}). Intet af den blev indlæst.</translation>
    </message>
    <message>
        <source>The file does not hold the list that belongs here.</source>
        <translation>Filen indeholder ikke den liste, der hører til her.</translation>
    </message>
    <message>
        <source>The list has more than {most} entries.</source>
        <translation>Listen har mere end {most} linjer.</translation>
    </message>
    <message>
        <source>{name} is missing, or is not written as it should be.</source>
        <translation>{name} mangler eller er ikke skrevet, som det skal være.</translation>
    </message>
    <message>
        <source>{name} is too long: at most {longest} characters have room.</source>
        <translation>{name} er for lang: der er plads til højst {longest} tegn.</translation>
    </message>
    <message>
        <source>The id stands more than once.</source>
        <translation>id står der mere end én gang.</translation>
    </message>
    <message>
        <source>The file is not a PDF that can be read.</source>
        <translation>Filen er ikke en PDF, der kan læses.</translation>
    </message>
    <message>
        <source>This PDF carries no needs assessment from this program.</source>
        <translation>Denne PDF har ingen behovsvurdering fra programmet med sig.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password. Save it without one, and try again.</source>
        <translation>PDF’en er beskyttet med en adgangskode. Gem den uden, og prøv igen.</translation>
    </message>
    <message>
        <source>This PDF carries more than one needs assessment. Nothing was loaded.</source>
        <translation>Denne PDF har mere end én behovsvurdering med sig. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The PDF holds more than {megabytes} MB. Nothing was loaded.</source>
        <translation>PDF’en rummer mere end {megabytes} MB. Intet er indlæst.</translation>
    </message>
    <message>
        <source>This file is not a needs assessment from Needsform. Nothing was loaded.</source>
        <translation>Filen er ikke en behovsvurdering fra Needsform. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The needs assessment in the file cannot be read: see {where}. Nothing was loaded.</source>
        <translation>Behovsvurderingen i filen kan ikke læses: se {where}. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The file was made by a newer version of the program. Nothing was loaded.</source>
        <translation>Filen er lavet af en nyere version af programmet. Intet er indlæst.</translation>
    </message>
    <message>
        <source>The case cannot be played: see {place}.</source>
        <translation>Casen kan ikke spilles: se {place}.</translation>
    </message>
    <message>
        <source>The case cannot be played: the form has no &quot;{link_id}&quot;.</source>
        <translation>Casen kan ikke spilles: skemaet har ikke &quot;{link_id}&quot;.</translation>
    </message>
    <message>
        <source>The folder holds something other than a former demo. Nothing was changed. Choose a new folder.</source>
        <translation>Mappen indeholder andet end en tidligere demo. Intet er ændret. Vælg en ny mappe.</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>Til&amp;bage</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Trin {number} af {count}</translation>
    </message>
    <message>
        <source>Where is the program used?</source>
        <translation>Hvor bliver programmet brugt?</translation>
    </message>
    <message>
        <source>This stands on the sheet that the citizen takes home. All of it can be changed later.</source>
        <translation>Det kommer til at stå på det ark, som borgeren får med hjem. Det hele kan ændres senere.</translation>
    </message>
    <message>
        <source>&amp;Name of the place</source>
        <translation>Stedets &amp;navn</translation>
    </message>
    <message>
        <source>&amp;Kind of place</source>
        <translation>Hvad er det for et &amp;sted?</translation>
    </message>
    <message>
        <source>&amp;Ward or unit</source>
        <translation>&amp;Afdeling eller enhed</translation>
    </message>
    <message>
        <source>&amp;Contact person for citizens</source>
        <translation>&amp;Kontaktperson for borgerne</translation>
    </message>
    <message>
        <source>&amp;Phone of the contact person</source>
        <translation>Kontaktpersonens &amp;telefon</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Hvem er du?</translation>
    </message>
    <message>
        <source>You become the first administrator. You sign your sheets with name, title and phone.</source>
        <translation>Du bliver den første administrator. Du underskriver dine ark med navn, stilling og telefon.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Dit &amp;navn</translation>
    </message>
    <message>
        <source>Your &amp;title</source>
        <translation>Din &amp;stilling</translation>
    </message>
    <message>
        <source>Your &amp;phone at work</source>
        <translation>Din &amp;telefon på arbejdet</translation>
    </message>
    <message>
        <source>Short &amp;login</source>
        <translation>Kort br&amp;ugernavn</translation>
    </message>
    <message>
        <source>Your initials, for example.</source>
        <translation>For eksempel dine initialer.</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Adgangskode</translation>
    </message>
    <message>
        <source>At least 10 characters. A short sentence that only you would write is easy to remember and hard to guess. Use it nowhere else.</source>
        <translation>Mindst 10 tegn. En kort sætning, som kun du ville skrive, er let at huske og svær at gætte. Brug den ikke andre steder.</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>Gentag adgangs&amp;koden</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Din gendannelsesnøgle</translation>
    </message>
    <message>
        <source>If every password is forgotten, this key is the only way to the citizens&apos; forms. It is shown now and never again. Write it down or print it, and keep the paper locked away, not beside the computer.</source>
        <translation>Hvis alle adgangskoder bliver glemt, er nøglen den eneste vej til borgernes skemaer. Den bliver vist nu og aldrig igen. Skriv den af, eller udskriv den, og læg papiret et aflåst sted, ikke ved siden af computeren.</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Gruppe {number}</translation>
    </message>
    <message>
        <source>Do you have the key on paper?</source>
        <translation>Har du nøglen på papir?</translation>
    </message>
    <message>
        <source>Look at your paper and write the two groups that are asked for. Then the program is ready.</source>
        <translation>Se på dit papir, og skriv de to grupper, der bliver spurgt om. Så er programmet klar.</translation>
    </message>
    <message>
        <source>Making the store …</source>
        <translation>Gør databasen klar …</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Videre</translation>
    </message>
    <message>
        <source>I &amp;have it on paper</source>
        <translation>Jeg &amp;har den på papir</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Færdig</translation>
    </message>
</context>
<context>
    <name>FormerCourse</name>
    <message>
        <source>ended {day}</source>
        <translation>afsluttet {day}</translation>
    </message>
    <message>
        <source>The citizen comes back. Earlier course: {course}</source>
        <translation>Borgeren kommer igen. Tidligere forløb: {course}</translation>
    </message>
</context>
<context>
    <name>GoalFields</name>
    <message>
        <source>What the citizen wants, in their own words</source>
        <translation>Hvad borgeren gerne vil, med egne ord</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>Fjern {what}</translation>
    </message>
    <message>
        <source>The field is full. What came after did not fit.</source>
        <translation>Feltet er fyldt. Det, der kom efter, var der ikke plads til.</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>&amp;Show the sheet</source>
        <translation>&amp;Vis arket</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Aflevering</translation>
    </message>
    <message>
        <source>&amp;How did it leave?</source>
        <translation>&amp;Hvordan er det afleveret?</translation>
    </message>
    <message>
        <source>To &amp;whom?</source>
        <translation>Til hve&amp;m?</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>&amp;Notér det</translation>
    </message>
    <message>
        <source>It is not wanted</source>
        <translation>Det er ikke ønsket</translation>
    </message>
    <message>
        <source>W&amp;hy not?</source>
        <translation>Hvor&amp;for ikke?</translation>
    </message>
    <message>
        <source>Save the mail draft</source>
        <translation>Gem mail-kladden</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>revision {number}</source>
        <translation>revision {number}</translation>
    </message>
    <message>
        <source>Nothing is missing. Everything is handed over.</source>
        <translation>Der mangler ikke noget. Alt er afleveret.</translation>
    </message>
    <message>
        <source>Missing: {recipients}</source>
        <translation>Mangler: {recipients}</translation>
    </message>
    <message>
        <source>Given to the citizen</source>
        <translation>Er givet til borgeren</translation>
    </message>
    <message>
        <source>Print or save …</source>
        <translation>Udskriv eller gem …</translation>
    </message>
    <message>
        <source>In another way …</source>
        <translation>På anden vis …</translation>
    </message>
    <message>
        <source>Mail draft …</source>
        <translation>Mail-kladde …</translation>
    </message>
    <message>
        <source>Text …</source>
        <translation>Tekst …</translation>
    </message>
    <message>
        <source>Has been sent …</source>
        <translation>Er sendt …</translation>
    </message>
    <message>
        <source>Text and letter …</source>
        <translation>Tekst og brev …</translation>
    </message>
    <message>
        <source>Text for the EPR …</source>
        <translation>Tekst til EPJ …</translation>
    </message>
    <message>
        <source>Is noted</source>
        <translation>Er noteret</translation>
    </message>
    <message>
        <source>Not wanted …</source>
        <translation>Ikke ønsket …</translation>
    </message>
    <message>
        <source>That was a mistake</source>
        <translation>Det var en fejl</translation>
    </message>
    <message>
        <source>The citizen has got the sheet</source>
        <translation>Borgeren har fået arket</translation>
    </message>
    <message>
        <source>It has been sent</source>
        <translation>Det er sendt</translation>
    </message>
    <message>
        <source>{what} {when} by {who}</source>
        <translation>{what} {when} af {who}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>i dag {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>i går {time}</translation>
    </message>
    <message>
        <source>Ask the citizen, and reopen the sheet to note the answer.</source>
        <translation>Spørg borgeren, og åbn arket igen for at notere svaret.</translation>
    </message>
    <message>
        <source>Two sides, to be taken along to the municipality and the GP.</source>
        <translation>To sider, som borgeren kan tage med til kommunen og egen læge.</translation>
    </message>
    <message>
        <source>Noted {when} by {who}</source>
        <translation>Noteret {when} af {who}</translation>
    </message>
    <message>
        <source>Revision {number} was handed over {date}. This newer one has not left.</source>
        <translation>Revision {number} blev afleveret {date}. Denne nyere er ikke afleveret.</translation>
    </message>
    <message>
        <source>No receiver for {municipality} is in the list. An administrator can enter one at Administration, Receivers.</source>
        <translation>Der er ingen modtager for {municipality} på listen. En administrator kan skrive en ind under Administration, Modtagere.</translation>
    </message>
    <message>
        <source>The citizen has no telephone number here, and the receiver needs it to call.</source>
        <translation>Borgeren har ikke noget telefonnummer her, og modtageren skal bruge det for at ringe.</translation>
    </message>
    <message>
        <source>Once they are told, they have to contact the citizen within three weekdays.</source>
        <translation>Når beskeden er givet, skal borgeren kontaktes inden tre hverdage.</translation>
    </message>
    <message>
        <source>Correspondence with the subject “{subject}”.</source>
        <translation>Korrespondance med emnet “{subject}”.</translation>
    </message>
    <message>
        <source>The citizen’s GP is not noted.</source>
        <translation>Borgerens egen læge er ikke noteret.</translation>
    </message>
    <message>
        <source>Areas: {needs}. Actions: {actions}.</source>
        <translation>Områder: {needs}. Handlinger: {actions}.</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Er du der stadig?</translation>
    </message>
    <message numerus="yes">
        <source>The screen locks in %n seconds, so that nobody else sees your answers. They are saved. Touch the screen to go on.</source>
        <translation>
            <numerusform>Skærmen låses om %n sekund, så andre ikke ser dine svar. De er gemt. Rør ved skærmen for at fortsætte.</numerusform>
            <numerusform>Skærmen låses om %n sekunder, så andre ikke ser dine svar. De er gemt. Rør ved skærmen for at fortsætte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The screen locks in %n seconds</source>
        <translation>
            <numerusform>Skærmen låses om %n sekund</numerusform>
            <numerusform>Skærmen låses om %n sekunder</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the mouse or press a key to stay. Unlock it later to go on where you are.</source>
        <translation>Rør ved musen, eller tryk på en tast for at blive. Låser du op senere, fortsætter du, hvor du slap.</translation>
    </message>
</context>
<context>
    <name>InboxFaults</name>
    <message>
        <source>Write at most {most} days; take those out that passed.</source>
        <translation>Skriv højst {most} dage; fjern dem, der er gået.</translation>
    </message>
    <message>
        <source>This citizen has an open referral here already. Find it in the inbox, or on the citizen&apos;s card.</source>
        <translation>Borgeren har allerede en åben henvendelse her. Find den i indbakken eller på borgerens kort.</translation>
    </message>
    <message>
        <source>This day has not come yet. Write the day you heard.</source>
        <translation>Den dag er ikke kommet endnu. Skriv dagen, hvor I hørte det.</translation>
    </message>
    <message>
        <source>Somebody tried to reach the citizen on {day}. Write that day, or one before.</source>
        <translation>Der blev forsøgt kontakt til borgeren den {day}. Skriv den dag eller en dag før.</translation>
    </message>
    <message>
        <source>The sheet is from {day} and cannot have come before that day.</source>
        <translation>Arket er fra {day} og kan ikke være kommet før den dag.</translation>
    </message>
    <message>
        <source>Write in a few words why it is closed.</source>
        <translation>Skriv med få ord, hvorfor den afsluttes.</translation>
    </message>
    <message>
        <source>This referral is closed. If the citizen comes back, register a new one.</source>
        <translation>Henvendelsen er afsluttet. Kommer borgeren igen, så skriv en ny.</translation>
    </message>
    <message>
        <source>A colleague changed this referral just now. Look at it again before you go on.</source>
        <translation>En kollega har netop ændret henvendelsen. Se den igen, før du går videre.</translation>
    </message>
    <message>
        <source>This referral is no longer here. Go back to the inbox.</source>
        <translation>Henvendelsen findes ikke mere. Gå tilbage til indbakken.</translation>
    </message>
    <message>
        <source>A plan begins when the citizen has been contacted. Note the contact first.</source>
        <translation>En plan begynder, når borgeren er kontaktet. Notér kontakten først.</translation>
    </message>
    <message>
        <source>This sheet is no longer here. Go back to the citizen&apos;s card.</source>
        <translation>Arket findes ikke mere. Gå tilbage til borgerens kort.</translation>
    </message>
    <message>
        <source>A new sheet.</source>
        <translation>Et nyt ark.</translation>
    </message>
    <message>
        <source>Revision {revision} of a sheet that is here. The older one stays as it is.</source>
        <translation>Revision {revision} af et ark, der er her. Den ældre bliver, som den er.</translation>
    </message>
    <message>
        <source>The same answers are here already; this one brings more along with them.</source>
        <translation>De samme svar er her allerede; dette ark har mere med.</translation>
    </message>
    <message>
        <source>A known place signed this. What came before without a signature that holds here says something else: do not rely on that one.</source>
        <translation>Et kendt sted har underskrevet dette. Det, der kom før uden en underskrift, der gælder her, siger noget andet: stol ikke på det.</translation>
    </message>
    <message>
        <source>This sheet is here already. Nothing was changed.</source>
        <translation>Arket er her allerede. Intet blev ændret.</translation>
    </message>
    <message>
        <source>Outdated: this is revision {revision}, and a newer one is here. It was not taken in.</source>
        <translation>Forældet: dette er revision {revision}, og en nyere er her. Det blev ikke indlæst.</translation>
    </message>
    <message>
        <source>The same revision is here and says something else, so one of the two is forged or misread. It was not taken in. Ask the sender.</source>
        <translation>Den samme revision er her og siger noget andet, så et af de to ark er forfalsket eller læst forkert. Det blev ikke indlæst. Spørg afsenderen.</translation>
    </message>
    <message>
        <source>This sheet was made here. Find it on the citizen&apos;s card.</source>
        <translation>Arket er lavet her. Find det på borgerens kort.</translation>
    </message>
    <message>
        <source>Forged or altered: it was changed after it was signed. It was not taken in. Ask the sender for a new one.</source>
        <translation>Forfalsket eller ændret: arket er ændret, efter at det blev underskrevet. Det blev ikke indlæst. Bed afsenderen om et nyt.</translation>
    </message>
    <message>
        <source>A draft that nobody has signed. It was not taken in. Ask the sender for the signed sheet.</source>
        <translation>En kladde, som ingen har underskrevet. Den blev ikke indlæst. Bed afsenderen om det underskrevne ark.</translation>
    </message>
    <message>
        <source>Mixed up: the front and the back belong to two different sheets. Put the pages together as they belong and scan them again, or take in the front alone.</source>
        <translation>Blandet sammen: forsiden og bagsiden hører til to forskellige ark. Læg siderne sammen, som de hører til, og scan dem igen, eller indlæs forsiden alene.</translation>
    </message>
    <message>
        <source>A back page without its front. Scan the front of the same sheet with it.</source>
        <translation>En bagside uden sin forside. Scan forsiden af det samme ark med.</translation>
    </message>
    <message>
        <source>No code of a needs assessment was found. Scan the page again, flat and whole, or type the referral. A plan has no code.</source>
        <translation>Der blev ikke fundet en kode fra en behovsvurdering. Scan siden igen, flad og hel, eller skriv henvendelsen. En plan har ingen kode.</translation>
    </message>
    <message>
        <source>The sheet is on a form that is not here. An administrator can load the form under the settings of the place; then open the sheet again.</source>
        <translation>Arket er på et skema, der ikke findes her. En administrator kan indlæse skemaet under stedets indstillinger; åbn derefter arket igen.</translation>
    </message>
    <message>
        <source>The sheet is on a form that is not here (version {version}). An administrator can load the form under the settings of the place; then open the sheet again.</source>
        <translation>Arket er på et skema, der ikke findes her (version {version}). En administrator kan indlæse skemaet under stedets indstillinger; åbn derefter arket igen.</translation>
    </message>
    <message>
        <source>The sheet has answers that its form does not know. It was not taken in. Ask the sender.</source>
        <translation>Arket har svar, som dets skema ikke kender. Det blev ikke indlæst. Spørg afsenderen.</translation>
    </message>
    <message>
        <source>The sender&apos;s key was withdrawn after this sheet was read, so its signature no longer counts. Nothing was taken in. Decide anew.</source>
        <translation>Afsenderens nøgle er trukket tilbage, efter at arket blev læst, så underskriften tæller ikke længere. Intet er indlæst. Tag stilling igen.</translation>
    </message>
    <message>
        <source>This sheet is another citizen&apos;s. Compare the number with the paper.</source>
        <translation>Arket hører til en anden borger. Sammenlign nummeret med papiret.</translation>
    </message>
</context>
<context>
    <name>InboxScreen</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Opdater</translation>
    </message>
    <message>
        <source>&amp;Type a referral</source>
        <translation>&amp;Skriv en henvendelse</translation>
    </message>
    <message>
        <source>Take sheets &amp;in</source>
        <translation>&amp;Indlæs ark</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Indbakke</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Modtaget</translation>
    </message>
    <message>
        <source>Contact at the latest</source>
        <translation>Kontakt senest</translation>
    </message>
    <message>
        <source>To be contacted</source>
        <translation>Skal kontaktes</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Forsøg</translation>
    </message>
    <message>
        <source>reached, and no plan has begun</source>
        <translation>talt med, og der er ikke begyndt en plan</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Kontaktet</translation>
    </message>
    <message>
        <source>Nobody is waiting to be contacted</source>
        <translation>Ingen venter på at blive kontaktet</translation>
    </message>
    <message>
        <source>Open a needs assessment that has arrived as a PDF, a scan or a photograph, or type what a ward, a general practice or a citizen has told you.</source>
        <translation>Åbn en behovsvurdering, der er kommet som PDF, scanning eller foto, eller skriv, hvad en afdeling, en læge eller en borger har fortalt.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overskredet</translation>
    </message>
    <message>
        <source>Note contact</source>
        <translation>Notér kontakt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
</context>
<context>
    <name>IndicatorFaults</name>
    <message>
        <source>The last day comes before the first.</source>
        <translation>Den sidste dag ligger før den første.</translation>
    </message>
    <message>
        <source>Write a day.</source>
        <translation>Skriv en dag.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gemt som {file}.</translation>
    </message>
    <message>
        <source>None of the files could be used.</source>
        <translation>Ingen af filerne kunne bruges.</translation>
    </message>
    <message>
        <source>This is not a file with indicators.</source>
        <translation>Det er ikke en fil med indikatorer.</translation>
    </message>
    <message>
        <source>The file is not as the place saved it. Ask the place to send it again.</source>
        <translation>Filen er ikke, som stedet gemte den. Bed stedet om at sende den igen.</translation>
    </message>
    <message>
        <source>The file is of another period than the first one, so it was left out.</source>
        <translation>Filen er fra en anden periode end den første, så den er ikke talt med.</translation>
    </message>
    <message>
        <source>The same place is there with a newer file, or with this one twice. It was counted once.</source>
        <translation>Det samme sted er der med en nyere fil eller med denne to gange. Det er talt med én gang.</translation>
    </message>
    <message>
        <source>The unit is part of the file of its whole place, so it was not counted again.</source>
        <translation>Enheden er med i filen fra hele stedet, så den er ikke talt med igen.</translation>
    </message>
</context>
<context>
    <name>IndicatorRowsScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>CPR</source>
        <translation>CPR</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhed</translation>
    </message>
    <message>
        <source>Occasion or source</source>
        <translation>Anledning eller kilde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Newe&amp;r</source>
        <translation>&amp;Nyere</translation>
    </message>
    <message>
        <source>&amp;Older</source>
        <translation>&amp;Ældre</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Leder …</translation>
    </message>
    <message>
        <source>This figure counts nobody.</source>
        <translation>Tallet tæller ingen.</translation>
    </message>
    <message>
        <source>{shown} rows, newest first. Choose one to go to the citizen.</source>
        <translation>{shown} linjer, de nyeste først. Vælg en for at gå til borgeren.</translation>
    </message>
</context>
<context>
    <name>IndicatorTableView</name>
    <message>
        <source>{figure}: {count}. Show whom it counts</source>
        <translation>{figure}: {count}. Vis, hvem der er talt med</translation>
    </message>
</context>
<context>
    <name>IndicatorsScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatorer</translation>
    </message>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>dd-mm-åååå</translation>
    </message>
    <message>
        <source>&amp;From the day</source>
        <translation>&amp;Fra dagen</translation>
    </message>
    <message>
        <source>&amp;To the day</source>
        <translation>T&amp;il dagen</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Enhed</translation>
    </message>
    <message>
        <source>&amp;Show the figures</source>
        <translation>&amp;Vis tallene</translation>
    </message>
    <message>
        <source>&amp;Read files from several places …</source>
        <translation>&amp;Læs filer fra flere steder …</translation>
    </message>
    <message>
        <source>Show figures from &amp;1 to 4 as &lt;5, here and on everything that leaves</source>
        <translation>Vis tal fra &amp;1 til 4 som &lt;5, både her og på alt, der sendes ud</translation>
    </message>
    <message>
        <source>Save as P&amp;DF</source>
        <translation>Gem som P&amp;DF</translation>
    </message>
    <message>
        <source>Save as &amp;CSV</source>
        <translation>Gem som &amp;CSV</translation>
    </message>
    <message>
        <source>Save as &amp;Excel file</source>
        <translation>Gem som E&amp;xcel-fil</translation>
    </message>
    <message>
        <source>Pri&amp;nt …</source>
        <translation>&amp;Udskriv …</translation>
    </message>
    <message>
        <source>Save a file to be &amp;added up</source>
        <translation>Gem en fil til sammenlæg&amp;ning</translation>
    </message>
    <message>
        <source>The figures are being counted …</source>
        <translation>Tallene gøres op …</translation>
    </message>
    <message>
        <source>These figures come from files. Whom they count can only be seen at each place.</source>
        <translation>Tallene kommer fra filer. Hvem der er talt med, kan kun ses på hvert sted.</translation>
    </message>
    <message>
        <source>Referrals and courses belong to the whole place, so they are not shown for one unit.</source>
        <translation>Henvendelser og forløb hører til hele stedet, så de vises ikke for en enkelt enhed.</translation>
    </message>
    <message>
        <source>Press a figure to see whom it counts.</source>
        <translation>Tryk på et tal for at se, hvem der er talt med.</translation>
    </message>
    <message>
        <source>Save the indicators</source>
        <translation>Gem indikatorerne</translation>
    </message>
    <message>
        <source>Save a file to be added up</source>
        <translation>Gem en fil til sammenlægning</translation>
    </message>
    <message>
        <source>Files with indicators</source>
        <translation>Filer med indikatorer</translation>
    </message>
    <message>
        <source>Indicators (*.json)</source>
        <translation>Indikatorer (*.json)</translation>
    </message>
</context>
<context>
    <name>IntakeScreen</name>
    <message>
        <source>Sheets (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.json)</source>
        <translation>Ark (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.json)</translation>
    </message>
    <message>
        <source>Open PDF or picture</source>
        <translation>Åbn PDF eller billede</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Ti&amp;lbage</translation>
    </message>
    <message>
        <source>&amp;Open PDF or picture</source>
        <translation>Åbn &amp;PDF eller billede</translation>
    </message>
    <message>
        <source>Use the &amp;camera</source>
        <translation>Brug &amp;kameraet</translation>
    </message>
    <message>
        <source>Take in sheets</source>
        <translation>Indlæs ark</translation>
    </message>
    <message>
        <source>&amp;Received here on</source>
        <translation>&amp;Modtaget her den</translation>
    </message>
    <message>
        <source>Holds for all that is taken in from now on. It can be put right on each case afterwards.</source>
        <translation>Gælder for alt, der indlæses fra nu af. Dagen kan rettes på hver sag bagefter.</translation>
    </message>
    <message>
        <source>Take the sheet &amp;in</source>
        <translation>&amp;Indlæs arket</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Ann&amp;uller</translation>
    </message>
    <message>
        <source>The program cannot read from this sheet who the citizen is. Write what stands on the paper: the number must be the one that the sheet was made for.</source>
        <translation>Programmet kan ikke læse på arket, hvem borgeren er. Skriv det, der står på papiret: nummeret skal være det, som arket er lavet til.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>The files are being read. What is clear is taken in.</source>
        <translation>Filerne læses. Det, der er klart, bliver indlæst.</translation>
    </message>
    <message>
        <source>Choose what has arrived</source>
        <translation>Vælg det, der er kommet</translation>
    </message>
    <message>
        <source>The sheet&apos;s PDF, scanned pages or photographs of the code, many citizens at once if you like, or a FHIR Bundle. Nothing that is here is overwritten.</source>
        <translation>Arkets PDF, scannede sider eller fotos af koden, gerne mange borgere på én gang, eller en FHIR Bundle. Intet, der er her, bliver overskrevet.</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Venter på dig</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Ikke indlæst</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Indlæst</translation>
    </message>
    <message>
        <source>and {count} before these</source>
        <translation>og {count} før disse</translation>
    </message>
    <message>
        <source>Write the citizen</source>
        <translation>Skriv, hvem det er</translation>
    </message>
    <message>
        <source>Take in all the same</source>
        <translation>Indlæs alligevel</translation>
    </message>
    <message>
        <source>Show the sheet</source>
        <translation>Vis arket</translation>
    </message>
    <message>
        <source>Citizen&apos;s card</source>
        <translation>Borgerens kort</translation>
    </message>
    <message>
        <source>{file}, page {page} of {pages}</source>
        <translation>{file}, side {page} af {pages}</translation>
    </message>
</context>
<context>
    <name>Journeys</name>
    <message>
        <source>The store is being given a new key …</source>
        <translation>Databasen får en ny nøgle …</translation>
    </message>
</context>
<context>
    <name>KeysScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>&amp;Make a new recovery key</source>
        <translation>&amp;Lav en ny gendannelsesnøgle</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>Din &amp;adgangskode</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Nøgler</translation>
    </message>
    <message>
        <source>New keys are made only for somebody who knows their own password.</source>
        <translation>Nye nøgler laves kun til den, der kender sin egen adgangskode.</translation>
    </message>
    <message>
        <source>The recovery key on paper</source>
        <translation>Gendannelsesnøglen på papir</translation>
    </message>
    <message>
        <source>Make a new one if the paper is lost, or if somebody has seen it who should not. The old one then opens nothing any more.</source>
        <translation>Lav en ny, hvis papiret er blevet væk, eller hvis nogen har set det, som ikke skulle. Så åbner den gamle ikke noget mere.</translation>
    </message>
    <message>
        <source>The key of the store</source>
        <translation>Nøglen til databasen</translation>
    </message>
    <message>
        <source>Give the store a new key if somebody who has left may have taken a copy of the files. All passwords and the recovery key stay as they are. It takes a moment, and nothing is lost.</source>
        <translation>Giv databasen en ny nøgle, hvis en, der er holdt op, måske har taget en kopi af filerne. Alle adgangskoder og gendannelsesnøglen bliver, som de er. Det tager et øjeblik, og intet går tabt.</translation>
    </message>
    <message>
        <source>It does not help against copies from before: whoever has one can still open it.</source>
        <translation>Det hjælper ikke mod kopier fra før: Den, der har en, kan stadig åbne den.</translation>
    </message>
    <message>
        <source>The new recovery key</source>
        <translation>Den nye gendannelsesnøgle</translation>
    </message>
    <message>
        <source>It is shown now and never again. Write it down or print it, and keep the paper locked away. The old key holds until you have confirmed this one.</source>
        <translation>Den bliver vist nu og aldrig igen. Skriv den af, eller udskriv den, og læg papiret et aflåst sted. Den gamle nøgle gælder, til du har bekræftet den nye.</translation>
    </message>
    <message>
        <source>Do you have the key on paper?</source>
        <translation>Har du nøglen på papir?</translation>
    </message>
    <message>
        <source>Look at your paper and write the two groups that are asked for.</source>
        <translation>Se på dit papir, og skriv de to grupper, der bliver spurgt om.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øjeblik …</translation>
    </message>
    <message>
        <source>&amp;Give the store a new key</source>
        <translation>&amp;Giv databasen en ny nøgle</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Gruppe {number}</translation>
    </message>
    <message>
        <source>The new key &amp;holds</source>
        <translation>&amp;Brug den nye nøgle</translation>
    </message>
    <message>
        <source>I &amp;have it on paper</source>
        <translation>Jeg &amp;har den på papir</translation>
    </message>
</context>
<context>
    <name>KnownSitesScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>&amp;Take in a site&apos;s key</source>
        <translation>&amp;Indlæs et steds nøgle</translation>
    </message>
    <message>
        <source>Known sites</source>
        <translation>Steder, vi kender</translation>
    </message>
    <message>
        <source>Sheets from these places are marked as genuine when they arrive. Every sheet that leaves here is signed with your own key, so that others can see the same of yours.</source>
        <translation>Ark fra disse steder bliver markeret som ægte, når de kommer. Hvert ark herfra er underskrevet med jeres egen nøgle, så andre kan se det samme om jeres.</translation>
    </message>
    <message>
        <source>Places whose key you have taken in</source>
        <translation>Steder, hvis nøgle I har indlæst</translation>
    </message>
    <message>
        <source>There is none yet. Ask the other place for its key file.</source>
        <translation>Der er ingen endnu. Bed det andet sted om dets nøglefil.</translation>
    </message>
    <message>
        <source>Your own key</source>
        <translation>Jeres egen nøgle</translation>
    </message>
    <message>
        <source>Send the file to the other place. Then call them, and read these figures aloud while they look at theirs.</source>
        <translation>Send filen til det andet sted. Ring så til dem, og læs disse tal højt, mens de ser på deres skærm.</translation>
    </message>
    <message>
        <source>&amp;Save as a file</source>
        <translation>&amp;Gem som fil</translation>
    </message>
    <message>
        <source>The figures are the same, I have &amp;heard them from the other place</source>
        <translation>Tallene er &amp;ens, jeg har hørt dem fra det andet sted</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>Take in the key of {name}?</source>
        <translation>Indlæs nøglen fra {name}?</translation>
    </message>
    <message>
        <source>Call the place on a number that you know already, and not on one from the mail with the file. Let them read their figures aloud.</source>
        <translation>Ring til stedet på et nummer, du kender i forvejen, og ikke på et fra mailen med filen. Lad dem læse deres tal højt.</translation>
    </message>
    <message>
        <source>Take the key &amp;in</source>
        <translation>Indlæs &amp;nøglen</translation>
    </message>
    <message>
        <source>Withdraw the key of {name}?</source>
        <translation>Træk nøglen fra {name} tilbage?</translation>
    </message>
    <message>
        <source>Sheets with its signature are then marked as from an unknown sender. What was taken in before stays as it is.</source>
        <translation>Ark med stedets underskrift bliver så markeret som fra en ukendt afsender. Det, der er indlæst før, bliver, som det er.</translation>
    </message>
    <message>
        <source>&amp;Withdraw the key</source>
        <translation>T&amp;ræk nøglen tilbage</translation>
    </message>
    <message>
        <source>Known since {date}</source>
        <translation>Kendt siden {date}</translation>
    </message>
    <message>
        <source>compared by {name}</source>
        <translation>sammenlignet af {name}</translation>
    </message>
    <message>
        <source>Withdrawn {date}</source>
        <translation>Trukket tilbage {date}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Træk tilbage</translation>
    </message>
    <message>
        <source>Save your own key</source>
        <translation>Gem jeres egen nøgle</translation>
    </message>
    <message>
        <source>A site&apos;s key</source>
        <translation>Et steds nøgle</translation>
    </message>
    <message>
        <source>Take in a site&apos;s key</source>
        <translation>Indlæs et steds nøgle</translation>
    </message>
</context>
<context>
    <name>LetterPanel</name>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;kst</translation>
    </message>
    <message>
        <source>Cop&amp;y the text</source>
        <translation>K&amp;opiér teksten</translation>
    </message>
    <message>
        <source>P&amp;rint as a letter …</source>
        <translation>Udskr&amp;iv som brev …</translation>
    </message>
    <message>
        <source>&amp;Mail draft for secure mail …</source>
        <translation>&amp;Mail-kladde til sikker mail …</translation>
    </message>
    <message>
        <source>Mail draft with &amp;password …</source>
        <translation>Mail-kladde med a&amp;dgangskode …</translation>
    </message>
    <message>
        <source>C&amp;lose the text</source>
        <translation>&amp;Luk teksten</translation>
    </message>
    <message>
        <source>The draft opens in your mail program, not sent. Without a password it may go by secure mail only.</source>
        <translation>Kladden åbner i dit mailprogram og er ikke sendt. Uden adgangskode må den kun sendes som sikker mail.</translation>
    </message>
    <message>
        <source>What is copied leaves the clipboard again after ten seconds.</source>
        <translation>Det, du kopierer, bliver fjernet fra udklipsholderen igen efter ti sekunder.</translation>
    </message>
    <message>
        <source>Copied. Paste it where it belongs, and note afterwards that it was sent.</source>
        <translation>Kopieret. Sæt teksten ind, hvor den hører til, og notér bagefter, at den er sendt.</translation>
    </message>
    <message>
        <source>Handed to the printer. Note when the letter was sent.</source>
        <translation>Sendt til printeren. Notér, når brevet er sendt.</translation>
    </message>
    <message>
        <source>The mail draft is saved. Open it, send it by secure mail, and note it here.</source>
        <translation>Mail-kladden er gemt. Åbn den, send den som sikker mail, og notér det her.</translation>
    </message>
    <message>
        <source>The mail draft is saved. Tell the receiver this password by telephone. It is shown this once:</source>
        <translation>Mail-kladden er gemt. Sig adgangskoden til modtageren i telefonen. Den vises kun denne ene gang:</translation>
    </message>
    <message>
        <source>Password: {password}</source>
        <translation>Adgangskode: {password}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Needs assessment</source>
        <translation>Behovsvurdering</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>The citizen has marked</source>
        <translation>Borgeren har markeret</translation>
    </message>
    <message>
        <source>concerns</source>
        <translation>fylder</translation>
    </message>
    <message>
        <source>support</source>
        <translation>støtte</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message   Ctrl+D</source>
        <translation>Luk beskeden   Ctrl+D</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Luk beskeden</translation>
    </message>
    <message>
        <source>Go back to it   Ctrl+G</source>
        <translation>Gå tilbage til det   Ctrl+G</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Gå tilbage til det</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong in the program. What was saved is still there. Carry on, or start again.</source>
        <translation>Noget gik galt i programmet. Det, der var gemt, er der stadig. Fortsæt, eller start programmet igen.</translation>
    </message>
    <message>
        <source>Needsform {version}: store, forms, words, sheet and windows all work here.</source>
        <translation>Needsform {version}: database, skemaer, ord, ark og vinduer virker her.</translation>
    </message>
    <message>
        <source>Something went wrong. What you have ticked is saved. Please tell the staff.</source>
        <translation>Noget gik galt. Det, du har sat kryds ved, er gemt. Sig det til personalet.</translation>
    </message>
    <message>
        <source>The login and the password do not fit together. Try again.</source>
        <translation>Brugernavn og adgangskode passer ikke sammen. Prøv igen.</translation>
    </message>
    <message>
        <source>The login and the password do not fit together. You can try again in {seconds} s.</source>
        <translation>Brugernavn og adgangskode passer ikke sammen. Du kan prøve igen om {seconds} sek.</translation>
    </message>
    <message>
        <source>There were too many wrong tries. You can try again in {seconds} s.</source>
        <translation>Der har været for mange forkerte forsøg. Du kan prøve igen om {seconds} sek.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Nu kan du prøve igen.</translation>
    </message>
    <message>
        <source>This login is no longer in use. Ask your administrator.</source>
        <translation>Dette brugernavn er ikke længere i brug. Spørg din administrator.</translation>
    </message>
    <message>
        <source>Nobody here has this login.</source>
        <translation>Ingen her har dette brugernavn.</translation>
    </message>
    <message>
        <source>This is not the recovery key of this computer&apos;s store. Compare each group with the paper.</source>
        <translation>Det er ikke gendannelsesnøglen til databasen her. Sammenlign hver gruppe med papiret.</translation>
    </message>
    <message>
        <source>This is not the recovery key of this computer&apos;s store. You can try again in {seconds} s.</source>
        <translation>Det er ikke gendannelsesnøglen til databasen her. Du kan prøve igen om {seconds} sek.</translation>
    </message>
    <message>
        <source>Use at least {shortest} characters. A short sentence is good.</source>
        <translation>Brug mindst {shortest} tegn. En kort sætning er god.</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Write them again.</source>
        <translation>De to adgangskoder er ikke ens. Skriv dem igen.</translation>
    </message>
    <message>
        <source>Write the name of the place.</source>
        <translation>Skriv stedets navn.</translation>
    </message>
    <message>
        <source>Write your name.</source>
        <translation>Skriv dit navn.</translation>
    </message>
    <message>
        <source>Choose a short login, such as your initials.</source>
        <translation>Vælg et kort brugernavn, for eksempel dine initialer.</translation>
    </message>
    <message>
        <source>Group {number} on the paper is another one. Go back to see the key again.</source>
        <translation>Gruppe {number} på papiret er en anden. Gå tilbage for at se nøglen igen.</translation>
    </message>
    <message>
        <source>The screen was locked because nobody was at it. What was written is there when you unlock it.</source>
        <translation>Skærmen blev låst, fordi ingen brugte den. Det, der var skrevet, er der, når du låser op.</translation>
    </message>
    <message>
        <source>The screen was locked because nobody was at it. Your answers are saved. Please tell the staff.</source>
        <translation>Skærmen blev låst, fordi ingen brugte den. Dine svar er gemt. Sig det til personalet.</translation>
    </message>
    <message>
        <source>What you had begun is not saved.</source>
        <translation>Det, du var begyndt på, er ikke gemt.</translation>
    </message>
    <message>
        <source>What you have begun is not saved. Close the window once more to close it without saving.</source>
        <translation>Det, du er begyndt på, er ikke gemt. Luk vinduet en gang til for at lukke uden at gemme.</translation>
    </message>
    <message>
        <source>Choose a short login, such as the colleague&apos;s initials.</source>
        <translation>Vælg et kort brugernavn, for eksempel kollegaens initialer.</translation>
    </message>
    <message>
        <source>Somebody here has this login, or had it. Choose another one.</source>
        <translation>Nogen her har eller har haft dette brugernavn. Vælg et andet.</translation>
    </message>
    <message>
        <source>Write the colleague&apos;s name.</source>
        <translation>Skriv kollegaens navn.</translation>
    </message>
    <message>
        <source>This colleague is not in the list. Go back to it.</source>
        <translation>Kollegaen er ikke på listen. Gå tilbage til den.</translation>
    </message>
    <message>
        <source>This colleague has no access now. Give access again first.</source>
        <translation>Kollegaen har ikke adgang nu. Giv adgang igen først.</translation>
    </message>
    <message>
        <source>You cannot take your own access or your own role away, so that there is always an administrator. Ask another administrator.</source>
        <translation>Du kan ikke fjerne din egen adgang eller din egen rolle, for der skal altid være en administrator. Bed en anden administrator om det.</translation>
    </message>
    <message>
        <source>This is the password that you have. Choose another one.</source>
        <translation>Det er den adgangskode, du har. Vælg en anden.</translation>
    </message>
    <message>
        <source>This is not the password that you have. Try again.</source>
        <translation>Det er ikke den adgangskode, du har. Prøv igen.</translation>
    </message>
    <message>
        <source>Your new password holds from now on.</source>
        <translation>Din nye adgangskode gælder fra nu af.</translation>
    </message>
    <message>
        <source>The change is saved, but the file with the keys could not be written. It is written the next time somebody unlocks; until then the old passwords hold.</source>
        <translation>Ændringen er gemt, men filen med nøglerne kunne ikke skrives. Den bliver skrevet, næste gang nogen låser op. Indtil da gælder de gamle adgangskoder.</translation>
    </message>
    <message>
        <source>The new recovery key holds. The old paper opens nothing any more: destroy it.</source>
        <translation>Den nye gendannelsesnøgle gælder. Det gamle papir åbner ikke noget mere: Makuler det.</translation>
    </message>
    <message>
        <source>The store has a new key. All passwords and the recovery key on paper are the same as before.</source>
        <translation>Databasen har fået en ny nøgle. Alle adgangskoder og gendannelsesnøglen på papir er de samme som før.</translation>
    </message>
    <message>
        <source>The recovery key is from an older version of the program. Make a new recovery key first.</source>
        <translation>Gendannelsesnøglen er fra en ældre udgave af programmet. Lav en ny gendannelsesnøgle først.</translation>
    </message>
    <message>
        <source>There is already a store in this folder. It was left untouched. Start the program again to unlock it.</source>
        <translation>Der er allerede en database i mappen. Den er ikke rørt. Start programmet igen for at låse op.</translation>
    </message>
    <message>
        <source>The disk did not take what was written. What was saved before is kept. Lock the program and unlock it again before you carry on.</source>
        <translation>Disken tog ikke imod det, der blev skrevet. Det, der var gemt før, er bevaret. Lås programmet, og lås det op igen, før du fortsætter.</translation>
    </message>
    <message>
        <source>The computer has run out of memory, so nothing more was written. What was saved before is kept. Close other programs, then lock this one and unlock it again before you carry on.</source>
        <translation>Computeren er løbet tør for hukommelse, og derfor blev der ikke skrevet mere. Det, der var gemt, er bevaret. Luk andre programmer, lås dette program, og lås det op igen, før du går videre.</translation>
    </message>
    <message>
        <source>The store did not take this, because it does not fit with what is there. Nothing was changed.</source>
        <translation>Databasen tog ikke imod det, fordi det ikke passer med det, der er der. Intet er ændret.</translation>
    </message>
    <message>
        <source>The backup is made and has been read again.</source>
        <translation>Sikkerhedskopien er lavet og læst igennem.</translation>
    </message>
    <message>
        <source>The backup is in place. What was there before is kept aside. Unlock the program to go on.</source>
        <translation>Databasen er gendannet. Det, der var der før, er lagt til side. Lås programmet op for at gå videre.</translation>
    </message>
    <message>
        <source>There was no room on the disk for a backup. What is written is saved in the store. Make room on the disk.</source>
        <translation>Der var ikke plads på disken til en sikkerhedskopi. Det, der er skrevet, er gemt i databasen. Gør plads på disken.</translation>
    </message>
    <message>
        <source>The disk did not take the backup. What is written is saved in the store. Tell whoever looks after the computer.</source>
        <translation>Disken tog ikke imod sikkerhedskopien. Det, der er skrevet, er gemt i databasen. Sig det til den, der passer computeren.</translation>
    </message>
    <message>
        <source>This backup cannot be read correctly, so it is not used. The store is as it was. Choose another.</source>
        <translation>Denne sikkerhedskopi kan ikke læses rigtigt, så den bliver ikke brugt. Databasen er, som den var. Vælg en anden.</translation>
    </message>
    <message>
        <source>This backup does not open with this password. The store is as it was. Choose another backup.</source>
        <translation>Denne sikkerhedskopi kan ikke åbnes med denne adgangskode. Databasen er, som den var. Vælg en anden sikkerhedskopi.</translation>
    </message>
    <message>
        <source>{service} copies this folder to the internet. Health data may not leave the house. Choose another.</source>
        <translation>{service} kopierer denne mappe til internettet. Helbredsoplysninger må ikke forlade huset. Vælg en anden.</translation>
    </message>
    <message>
        <source>There is a backup beside the store already. Choose a folder on another disk.</source>
        <translation>Der er allerede en sikkerhedskopi ved siden af databasen. Vælg en mappe på en anden disk.</translation>
    </message>
    <message>
        <source>The backup beside the store is made, but the other folder could not be reached. Plug it in.</source>
        <translation>Sikkerhedskopien ved siden af databasen er lavet, men den anden mappe kunne ikke nås. Sæt den til.</translation>
    </message>
    <message>
        <source>It was stopped. Everything is as it was.</source>
        <translation>Det blev stoppet. Alt er, som det var.</translation>
    </message>
    <message>
        <source>The list of erased citizens cannot be read. Nothing was changed. Ask for help.</source>
        <translation>Listen over slettede borgere kan ikke læses. Intet er ændret. Bed om hjælp.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is kept. Make room on the disk and try again.</source>
        <translation>Disken er fuld. Det, der var gemt før, er bevaret. Skaf plads på disken, og prøv igen.</translation>
    </message>
    <message>
        <source>You may not write in this folder. Nothing was changed. Choose another folder, or ask for access.</source>
        <translation>Du må ikke skrive i mappen. Intet er ændret. Vælg en anden mappe, eller bed om adgang.</translation>
    </message>
    <message>
        <source>The folder does not exist. Nothing was changed. Choose another.</source>
        <translation>Mappen findes ikke. Intet er ændret. Vælg en anden.</translation>
    </message>
    <message>
        <source>The file could not be written (number {number}). What was there before is kept. Try again.</source>
        <translation>Filen kunne ikke skrives (nummer {number}). Det, der var der før, er bevaret. Prøv igen.</translation>
    </message>
    <message>
        <source>Stopped. Citizens erased until then: {count}. The others are still here. Backups may still hold who was erased: look through them again under Administration, How long records are kept. The next erasure does so too. A backup that is put in place never brings anybody back who was erased.</source>
        <translation>Stoppet. Så mange borgere nåede at blive slettet: {count}. De andre er her stadig. Sikkerhedskopierne kan stadig rumme dem, der er slettet: gennemgå kopierne igen under Administration, Hvor længe oplysninger gemmes. Det sker også ved næste sletning. En sikkerhedskopi, der gendannes, bringer aldrig nogen tilbage, som er slettet.</translation>
    </message>
    <message>
        <source>The erasure is done here, but looking through the backups was stopped, so some may still hold who was erased. Look through them again under Administration, How long records are kept. The next erasure does so too. A backup that is put in place never brings anybody back who was erased.</source>
        <translation>Sletningen er gennemført her, men gennemgangen af sikkerhedskopierne blev stoppet, så nogle af dem kan stadig rumme dem, der er slettet. Gennemgå kopierne igen under Administration, Hvor længe oplysninger gemmes. Det sker også ved næste sletning. En sikkerhedskopi, der gendannes, bringer aldrig nogen tilbage, som er slettet.</translation>
    </message>
    <message>
        <source>The erasure is done here, but there was no room on the disk to make the backups anew, so some still hold who was erased. Make room, and look through them again under Administration, How long records are kept. A backup that is put in place never brings anybody back who was erased.</source>
        <translation>Sletningen er gennemført her, men der var ikke plads på disken til at lave sikkerhedskopierne om, så nogle af dem rummer stadig dem, der er slettet. Gør plads, og gennemgå kopierne igen under Administration, Hvor længe oplysninger gemmes. En sikkerhedskopi, der gendannes, bringer aldrig nogen tilbage, som er slettet.</translation>
    </message>
    <message>
        <source>The erasure is done here, but not all backups could be read and made anew, so some may still hold who was erased. Look through them again under Administration, How long records are kept. If that does not help, tell whoever looks after the computer. A backup that is put in place never brings anybody back who was erased.</source>
        <translation>Sletningen er gennemført her, men ikke alle sikkerhedskopier kunne læses og laves om, så nogle af dem kan stadig rumme dem, der er slettet. Gennemgå kopierne igen under Administration, Hvor længe oplysninger gemmes. Hjælper det ikke, så sig det til den, der passer computeren. En sikkerhedskopi, der gendannes, bringer aldrig nogen tilbage, som er slettet.</translation>
    </message>
    <message>
        <source>The erasure is done here, but the other folder with backups is not there now, so backups in it still hold who was erased. Connect it, and look through the backups again under Administration, How long records are kept. A backup that is put in place never brings anybody back who was erased.</source>
        <translation>Sletningen er gennemført her, men den anden mappe med sikkerhedskopier er her ikke lige nu, så kopierne i den rummer stadig dem, der er slettet. Tilslut den, og gennemgå sikkerhedskopierne igen under Administration, Hvor længe oplysninger gemmes. En sikkerhedskopi, der gendannes, bringer aldrig nogen tilbage, som er slettet.</translation>
    </message>
    <message>
        <source>Write the CPR number.</source>
        <translation>Skriv CPR-nummeret.</translation>
    </message>
    <message>
        <source>The id is too long: at most 40 characters.</source>
        <translation>Id’et er for langt: højst 40 tegn.</translation>
    </message>
    <message>
        <source>A CPR number has ten digits: ddmmyy-xxxx.</source>
        <translation>Et CPR-nummer har ti cifre: ddmmåå-xxxx.</translation>
    </message>
    <message>
        <source>There is no such date. Look at the first six digits.</source>
        <translation>Den dato findes ikke. Se på de første seks cifre.</translation>
    </message>
    <message>
        <source>This number says that the citizen is born in {year}. Look at the digits again.</source>
        <translation>Nummeret siger, at borgeren er født i {year}. Se på cifrene igen.</translation>
    </message>
    <message>
        <source>This number says that the citizen was born in {year}. Look at the seventh digit.</source>
        <translation>Nummeret siger, at borgeren blev født i {year}. Se på det syvende ciffer.</translation>
    </message>
    <message>
        <source>Write the citizen&apos;s name.</source>
        <translation>Skriv borgerens navn.</translation>
    </message>
    <message>
        <source>Choose the municipality that the citizen lives in.</source>
        <translation>Vælg den kommune, borgeren bor i.</translation>
    </message>
    <message>
        <source>There is no municipality of this name. Choose one from the list while you type.</source>
        <translation>Ingen kommune hedder sådan. Vælg en fra listen, mens du skriver.</translation>
    </message>
    <message>
        <source>Another citizen in this store has this number. Nothing was changed. Search for the number instead.</source>
        <translation>En anden borger her har dette nummer. Intet er ændret. Søg på nummeret i stedet.</translation>
    </message>
    <message>
        <source>This citizen is no longer in the store. Nothing was changed.</source>
        <translation>Borgeren er ikke længere i databasen. Intet er ændret.</translation>
    </message>
    <message>
        <source>This form is no longer in the store. Nothing was changed.</source>
        <translation>Skemaet er ikke længere i databasen. Intet er ændret.</translation>
    </message>
    <message>
        <source>The citizen is under 18 years. The form is not used for children and young people in hospital.</source>
        <translation>Borgeren er under 18 år. Skemaet bruges ikke til børn og unge på hospitalet.</translation>
    </message>
    <message>
        <source>The form has no words in this language. Choose another.</source>
        <translation>Skemaet findes ikke på dette sprog. Vælg et andet.</translation>
    </message>
    <message>
        <source>The citizen has finished, so the answers are locked. Reopen the form if they must be changed.</source>
        <translation>Borgeren er færdig, så svarene er låst. Genåbn skemaet, hvis de skal ændres.</translation>
    </message>
    <message>
        <source>The back page cannot be written now. Reopen the form if it must be changed.</source>
        <translation>Bagsiden kan ikke skrives nu. Genåbn skemaet, hvis den skal ændres.</translation>
    </message>
    <message>
        <source>The form was changed somewhere else meanwhile. Nothing was overwritten. Open it again.</source>
        <translation>Skemaet er ændret et andet sted imens. Intet er overskrevet. Åbn det igen.</translation>
    </message>
    <message>
        <source>This cannot be done with the form as it stands now. Nothing was changed.</source>
        <translation>Det kan ikke gøres med skemaet, som det står nu. Intet er ændret.</translation>
    </message>
    <message>
        <source>This form cannot be reopened. Nothing was changed.</source>
        <translation>Skemaet kan ikke genåbnes. Intet er ændret.</translation>
    </message>
    <message>
        <source>Write why the form is reopened.</source>
        <translation>Skriv, hvorfor skemaet bliver genåbnet.</translation>
    </message>
    <message>
        <source>Choose the occasion.</source>
        <translation>Vælg anledningen.</translation>
    </message>
    <message>
        <source>Write where the other questionnaire is kept, or why it is not filled in.</source>
        <translation>Skriv, hvor det andet skema ligger, eller hvorfor det ikke er udfyldt.</translation>
    </message>
    <message>
        <source>Write why the form is not used.</source>
        <translation>Skriv, hvorfor skemaet ikke bliver brugt.</translation>
    </message>
    <message>
        <source>It is recorded that the assessment was offered and not filled in.</source>
        <translation>Det er registreret, at behovsvurderingen blev tilbudt og ikke udfyldt.</translation>
    </message>
    <message>
        <source>It is recorded that this form is not used for the citizen now, and why.</source>
        <translation>Det er registreret, at skemaet ikke bruges til borgeren nu, og hvorfor.</translation>
    </message>
    <message>
        <source>This form has no such line. Nothing was changed.</source>
        <translation>Skemaet har ikke den linje. Intet er ændret.</translation>
    </message>
    <message>
        <source>This line cannot be answered like that. Nothing was changed.</source>
        <translation>Linjen kan ikke besvares sådan. Intet er ændret.</translation>
    </message>
    <message>
        <source>The number does not lie on the line. Nothing was changed.</source>
        <translation>Tallet ligger ikke på linjen. Intet er ændret.</translation>
    </message>
    <message>
        <source>The text is too long: at most {longest} characters.</source>
        <translation>Teksten er for lang: højst {longest} tegn.</translation>
    </message>
    <message>
        <source>You can choose at most {most}.</source>
        <translation>Du kan højst vælge {most}.</translation>
    </message>
    <message>
        <source>This cannot be chosen here. Nothing was changed.</source>
        <translation>Det kan ikke vælges her. Intet er ændret.</translation>
    </message>
    <message>
        <source>Only what is marked can be chosen as important.</source>
        <translation>Kun det, der er sat kryds ved, kan vælges som vigtigt.</translation>
    </message>
    <message>
        <source>Take at least one area further or write an action, or choose No needs now.</source>
        <translation>Tag mindst ét område videre, skriv en handling, eller vælg Ingen behov nu.</translation>
    </message>
    <message>
        <source>One action says who or when, but not what. Write what is to happen, or take the row away.</source>
        <translation>En handling siger hvem eller hvornår, men ikke hvad. Skriv, hvad der skal ske, eller fjern rækken.</translation>
    </message>
    <message>
        <source>Tell the citizen who decides what can be offered, and tick that it is said.</source>
        <translation>Fortæl borgeren, hvem der afgør, hvad der kan tilbydes, og sæt kryds ved, at det er sagt.</translation>
    </message>
    <message>
        <source>Choose at least one copy.</source>
        <translation>Vælg mindst ét eksemplar.</translation>
    </message>
    <message>
        <source>The printer did not take the sheet, so it was not sent. The sheet is kept. See that the printer is switched on and connected, or save the sheet as a PDF.</source>
        <translation>Printeren tog ikke imod arket, så det blev ikke sendt. Arket er gemt. Se efter, at printeren er tændt og forbundet, eller gem arket som PDF.</translation>
    </message>
    <message>
        <source>The printer stopped on the way. What has come out may be incomplete. The sheet is kept: print it again, or save it as a PDF.</source>
        <translation>Printeren stoppede undervejs. Det, der er kommet ud, mangler måske noget. Arket er gemt: udskriv det igen, eller gem det som PDF.</translation>
    </message>
    <message>
        <source>The citizen has the screen. Take it back first.</source>
        <translation>Borgeren har skærmen. Tag den tilbage først.</translation>
    </message>
    <message>
        <source>Only an administrator can do this.</source>
        <translation>Det kan kun en administrator.</translation>
    </message>
    <message>
        <source>A colleague knows your password. Choose one of your own first.</source>
        <translation>En kollega kender din adgangskode. Vælg først din egen.</translation>
    </message>
    <message>
        <source>Nobody who works here now has this login and this password.</source>
        <translation>Ingen, der arbejder her nu, har dette brugernavn og denne adgangskode.</translation>
    </message>
    <message>
        <source>Choose from {fewest} to {most} years.</source>
        <translation>Vælg fra {fewest} til {most} år.</translation>
    </message>
    <message>
        <source>Choose from {fewest} to {most} days.</source>
        <translation>Vælg fra {fewest} til {most} dage.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock has jumped ahead, so nobody can say now what is old enough. Nothing was erased. See that the clock is right, and look again in a week.</source>
        <translation>Computerens ur er sprunget frem, så ingen kan sige lige nu, hvad der er gammelt nok. Intet er slettet. Se efter, at uret går rigtigt, og kig igen om en uge.</translation>
    </message>
    <message>
        <source>Saved. Nothing is erased before you say so.</source>
        <translation>Gemt. Intet bliver slettet, før du siger til.</translation>
    </message>
    <message>
        <source>Write why the record is to be kept.</source>
        <translation>Skriv, hvorfor oplysningerne skal gemmes.</translation>
    </message>
    <message>
        <source>The record is kept until further notice. End that first if it is to be erased.</source>
        <translation>Oplysningerne gemmes indtil videre. Ophæv det først; ellers kan borgeren ikke fjernes.</translation>
    </message>
    <message>
        <source>This is not the number of this citizen. Look at it again and write all of it.</source>
        <translation>Det er ikke denne borgers nummer. Se efter igen, og skriv det hele.</translation>
    </message>
    <message>
        <source>Erased for good, in the backups too. Citizens: {count}.</source>
        <translation>Slettet for altid, også i sikkerhedskopierne. Borgere: {count}.</translation>
    </message>
    <message>
        <source>The backups hold nobody who was erased.</source>
        <translation>Der er ingen slettede borgere i sikkerhedskopierne.</translation>
    </message>
    <message>
        <source>Everything is in the folder {folder}. Files: {count}. Take them away once they are handed over.</source>
        <translation>Det hele ligger i mappen {folder}. Filer: {count}. Fjern dem, når de er udleveret.</translation>
    </message>
    <message>
        <source>Erased, in the backups too.</source>
        <translation>Slettet, også i sikkerhedskopierne.</translation>
    </message>
    <message>
        <source>This installation does not have the form {url}, version {version}. The answers are kept. Ask an administrator to load the form.</source>
        <translation>Programmet her har ikke skemaet {url}, version {version}. Svarene er gemt. Bed en administrator om at indlæse skemaet.</translation>
    </message>
    <message>
        <source>Version {version} of this form is already loaded. It was kept. Give the new one another version.</source>
        <translation>Version {version} af skemaet er her allerede. Den er bevaret. Giv den nye en anden version.</translation>
    </message>
    <message>
        <source>The form in {file} is loaded. New assessments can be filled in on it.</source>
        <translation>Skemaet i {file} er indlæst. Nye behovsvurderinger kan udfyldes på det.</translation>
    </message>
    <message>
        <source>The last {count} lines of the log are missing: no. {first} to {last}, the newest from {at}. The store may be an older copy of itself, and what was written since {since} may be missing too. Tell your administrator.</source>
        <translation>De sidste {count} linjer i loggen mangler: nr. {first} til {last}, den nyeste fra {at}. Databasen er måske en ældre kopi, og det, der er skrevet siden {since}, kan mangle. Sig det til din administrator.</translation>
    </message>
    <message>
        <source>Line no. {number} of the log, from {at}, is not the one that was written here. The store may be another copy of itself. Tell your administrator.</source>
        <translation>Linje nr. {number} i loggen, fra {at}, er ikke den, der blev skrevet her. Databasen er måske en anden kopi. Sig det til din administrator.</translation>
    </message>
    <message>
        <source>The file that remembers where the log ended is not in its folder, so nobody can say whether the newest lines are all here. It was made again. Tell your administrator.</source>
        <translation>Filen, der husker, hvor loggen sluttede, ligger ikke i sin mappe. Derfor kan ingen sige, om de nyeste linjer er her alle sammen. Filen er lavet på ny. Sig det til din administrator.</translation>
    </message>
    <message>
        <source>The file that remembers where the log ended was changed, or belongs to another store, so nobody can say whether the newest lines are all here. It was made again. Tell your administrator.</source>
        <translation>Filen, der husker, hvor loggen sluttede, er ændret eller hører til en anden database. Derfor kan ingen sige, om de nyeste linjer er her alle sammen. Filen er lavet på ny. Sig det til din administrator.</translation>
    </message>
    <message>
        <source>The list of failed attempts to unlock was changed or is not in its folder. It was begun again. Tell your administrator.</source>
        <translation>Listen over forgæves forsøg på at låse op er ændret eller ligger ikke i sin mappe. Den er begyndt forfra. Sig det til din administrator.</translation>
    </message>
    <message>
        <source>The clock of this computer has gone back by more than five minutes. See that date and time are right. The order of what was done is kept all the same.</source>
        <translation>Computerens ur er gået mere end fem minutter tilbage. Se efter, om dato og klokkeslæt passer. Rækkefølgen af det, der er gjort, er bevaret alligevel.</translation>
    </message>
    <message>
        <source>The clock of this computer is more than 30 days ahead of when it was last used here. See that date and time are right.</source>
        <translation>Computerens ur er mere end 30 dage foran sidste gang, programmet blev brugt. Se efter, om dato og klokkeslæt passer.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed or saved.</source>
        <translation>Stoppet. Intet er ændret eller gemt.</translation>
    </message>
    <message>
        <source>Saved in {file}. The file lies outside the encrypted store: look after it.</source>
        <translation>Gemt i {file}. Filen ligger uden for den krypterede database: pas godt på den.</translation>
    </message>
    <message>
        <source>The citizen&apos;s extract is saved in {file}.</source>
        <translation>Borgerens udskrift er gemt i {file}.</translation>
    </message>
    <message>
        <source>All {count} lines are as they were written, and none is missing.</source>
        <translation>Alle {count} linjer er, som de blev skrevet, og ingen mangler.</translation>
    </message>
    <message>
        <source>From line no. {number} on, the log is not as it was written: a line was changed, moved or taken away. Keep the store as it is, and tell whoever is responsible for data protection.</source>
        <translation>Fra linje nr. {number} er loggen ikke, som den blev skrevet: en linje er ændret, flyttet eller fjernet. Lad databasen være, som den er, og sig det til den, der har ansvar for databeskyttelse.</translation>
    </message>
    <message>
        <source>Old lines were deleted by something else than this program. Keep the store as it is, and tell whoever is responsible for data protection.</source>
        <translation>Gamle linjer er slettet af noget andet end dette program. Lad databasen være, som den er, og sig det til den, der har ansvar for databeskyttelse.</translation>
    </message>
    <message>
        <source>The log does not end where it ended last: lines are missing, or the file that remembers the end was changed. Keep the store as it is, and tell whoever is responsible for data protection.</source>
        <translation>Loggen slutter ikke, hvor den sluttede sidst: der mangler linjer, eller filen, der husker slutningen, er ændret. Lad databasen være, som den er, og sig det til den, der har ansvar for databeskyttelse.</translation>
    </message>
    <message>
        <source>The log is kept for {months} months from now on.</source>
        <translation>Loggen gemmes i {months} måneder fra nu af.</translation>
    </message>
    <message>
        <source>Write a number of months from {shortest} to {longest}.</source>
        <translation>Skriv et antal måneder fra {shortest} til {longest}.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Den sidste dag ligger før den første.</translation>
    </message>
    <message>
        <source>No citizen here has this number.</source>
        <translation>Ingen borger her har dette nummer.</translation>
    </message>
    <message>
        <source>Write the date as day-month-year, such as 23-11-2026.</source>
        <translation>Skriv datoen som dag-måned-år, for eksempel 23-11-2026.</translation>
    </message>
    <message>
        <source>Saved. New sheets say so from now on.</source>
        <translation>Gemt. Det står sådan på nye ark fra nu af.</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>The citizen&apos;s words</source>
        <translation>Borgerens ord</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Observation</translation>
    </message>
    <message>
        <source>Your observation</source>
        <translation>Din observation</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Videre</translation>
    </message>
    <message>
        <source>Take further: {area}</source>
        <translation>Tages videre: {area}</translation>
    </message>
    <message>
        <source>Take further</source>
        <translation>Tages videre</translation>
    </message>
    <message>
        <source>Remove {area}</source>
        <translation>Fjern {area}</translation>
    </message>
    <message>
        <source>The field is full. What came after did not fit.</source>
        <translation>Der er ikke plads til mere i feltet. Det sidste kom ikke med.</translation>
    </message>
</context>
<context>
    <name>NeedsBox</name>
    <message>
        <source>No areas yet. Add the ones that you have talked about.</source>
        <translation>Ingen områder endnu. Tilføj dem, I har talt om.</translation>
    </message>
    <message>
        <source>Add an ar&amp;ea</source>
        <translation>Tilføj et områd&amp;e</translation>
    </message>
    <message>
        <source>Which area?</source>
        <translation>Hvilket område?</translation>
    </message>
</context>
<context>
    <name>NewAssessmentScreen</name>
    <message>
        <source>New assessment</source>
        <translation>Ny behovsvurdering</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borgeren</translation>
    </message>
    <message>
        <source>The assessment</source>
        <translation>Behovsvurderingen</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>Key in from pape&amp;r</source>
        <translation>Tast &amp;ind fra papir</translation>
    </message>
    <message>
        <source>&amp;Give the screen to the citizen</source>
        <translation>Gi&amp;v skærmen til borgeren</translation>
    </message>
    <message>
        <source>&amp;Record this</source>
        <translation>&amp;Registrér det</translation>
    </message>
    <message>
        <source>Known here. Begun earlier and not finished: look at the worklist before you begin again.</source>
        <translation>Borgeren findes her allerede og har en påbegyndt behovsvurdering: se på oversigten, før du begynder forfra.</translation>
    </message>
    <message>
        <source>Known here: what is known is filled in. Correct what has changed.</source>
        <translation>Borgeren findes her allerede: det, vi ved, er fyldt ud. Ret det, der har ændret sig.</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Write back page</source>
        <translation>Skriv bagside</translation>
    </message>
    <message>
        <source>Read and sign</source>
        <translation>Læs og underskriv</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Aflever</translation>
    </message>
    <message>
        <source>Give the screen to the citizen</source>
        <translation>Giv borgeren skærmen</translation>
    </message>
    <message>
        <source>Go on keying in</source>
        <translation>Tast videre</translation>
    </message>
</context>
<context>
    <name>OfferFields</name>
    <message>
        <source>What the citizen takes part in</source>
        <translation>Hvad borgeren er med i</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Vælg</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>offer {number}</source>
        <translation>tilbud {number}</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>Fjern {what}</translation>
    </message>
    <message>
        <source>The field is full. What came after did not fit.</source>
        <translation>Feltet er fyldt. Det, der kom efter, var der ikke plads til.</translation>
    </message>
</context>
<context>
    <name>OwnPasswordScreen</name>
    <message>
        <source>The &amp;password that you came in with</source>
        <translation>Den adgangskode, du &amp;kom ind med</translation>
    </message>
    <message>
        <source>Your &amp;password until now</source>
        <translation>Din &amp;nuværende adgangskode</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>N&amp;y adgangskode</translation>
    </message>
    <message>
        <source>At least 10 characters. A short sentence that only you would write is easy to remember and hard to guess. Use it nowhere else.</source>
        <translation>Mindst 10 tegn. En kort sætning, som kun du ville skrive, er nem at huske og svær at gætte. Brug den ikke andre steder.</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>&amp;Gentag den nye adgangskode</translation>
    </message>
    <message>
        <source>&amp;Lock the program</source>
        <translation>&amp;Lås programmet</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>Vælg din egen adgangskode</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Skift adgangskode</translation>
    </message>
    <message>
        <source>A colleague made the password that you came in with. Choose one that only you know.</source>
        <translation>En kollega har lavet den adgangskode, du kom ind med. Vælg en, som kun du kender.</translation>
    </message>
    <message>
        <source>It holds from the next time that you unlock. Nobody else is told.</source>
        <translation>Den gælder, næste gang du låser op. Ingen andre får den at vide.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øjeblik …</translation>
    </message>
    <message>
        <source>&amp;Change the password</source>
        <translation>&amp;Skift adgangskoden</translation>
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
    <name>PageView</name>
    <message>
        <source>The sheet is on its way</source>
        <translation>Arket er på vej</translation>
    </message>
    <message>
        <source>&amp;Front page</source>
        <translation>&amp;Forside</translation>
    </message>
    <message>
        <source>&amp;Back page</source>
        <translation>&amp;Bagside</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Side {number}</translation>
    </message>
    <message>
        <source>The sheet as it will be printed</source>
        <translation>Arket, som det bliver udskrevet</translation>
    </message>
    <message>
        <source>The sheet, {page} of {pages}: {which}</source>
        <translation>Arket, side {page} af {pages}: {which}</translation>
    </message>
</context>
<context>
    <name>PanelFoot</name>
    <message>
        <source>What is typed here is not saved yet. Save or cancel it first.</source>
        <translation>Det, der er skrevet her, er ikke gemt endnu. Gem det, eller annuller det først.</translation>
    </message>
</context>
<context>
    <name>PaperButtons</name>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Udskriv …</translation>
    </message>
    <message>
        <source>Save as PD&amp;F …</source>
        <translation>Gem som PD&amp;F …</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Gem som PDF</translation>
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
    <name>PatientScreen</name>
    <message>
        <source>Correct &amp;details</source>
        <translation>&amp;Ret oplysninger</translation>
    </message>
    <message>
        <source>Access and &amp;erasure</source>
        <translation>Indsigt og s&amp;letning</translation>
    </message>
    <message>
        <source>&amp;New assessment</source>
        <translation>&amp;Ny behovsvurdering</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Behovsvurderinger</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>interpreter is needed</source>
        <translation>tolk er nødvendig</translation>
    </message>
    <message>
        <source>name and address are protected</source>
        <translation>navne- og adressebeskyttelse</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>General practitioner</source>
        <translation>Egen læge</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Pårørende</translation>
    </message>
    <message>
        <source>Children under 18 at home</source>
        <translation>Børn under 18 år i hjemmet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>None has been made here yet. Begin the first one with New assessment.</source>
        <translation>Ingen er lavet her endnu. Begynd den første med Ny behovsvurdering.</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>revision {number}</translation>
    </message>
    <message>
        <source>{status}. Missing: {recipients}</source>
        <translation>{status}. Mangler: {recipients}</translation>
    </message>
    <message>
        <source>Show the sheet</source>
        <translation>Vis arket</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Aflevering</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Genåbn</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Afbryd</translation>
    </message>
</context>
<context>
    <name>PatientsScreen</name>
    <message>
        <source>Name or CPR number</source>
        <translation>Navn eller CPR-nummer</translation>
    </message>
    <message>
        <source>Search name or CPR</source>
        <translation>Søg navn eller CPR</translation>
    </message>
    <message>
        <source>&amp;New assessment</source>
        <translation>&amp;Ny behovsvurdering</translation>
    </message>
    <message>
        <source>Citizens found</source>
        <translation>Fundne borgere</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>CPR number</source>
        <translation>CPR-nummer</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Type at least two letters of a name, or the beginning of a CPR number.</source>
        <translation>Skriv mindst to bogstaver af et navn eller begyndelsen af et CPR-nummer.</translation>
    </message>
    <message>
        <source>Nobody here is called that. Begin a new assessment to register a citizen.</source>
        <translation>Ingen her passer på det. Begynd en ny behovsvurdering for at oprette en borger.</translation>
    </message>
    <message>
        <source>There may be more than these. Type more of the name or of the CPR number.</source>
        <translation>Der kan være flere end disse. Skriv mere af navnet eller af CPR-nummeret.</translation>
    </message>
    <message>
        <source>Enter opens the marked citizen.</source>
        <translation>Enter åbner den borger, der er markeret.</translation>
    </message>
</context>
<context>
    <name>PeriodExportScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Export of many</source>
        <translation>Eksport af mange</translation>
    </message>
    <message>
        <source>Every assessment that was signed in the period is written as a file of its own. The names of the files tell nobody&apos;s name, but the files do: keep the folder where such things may be kept.</source>
        <translation>Hver behovsvurdering, der er underskrevet i perioden, bliver skrevet som en fil for sig. Filernes navne røber ikke, hvem de handler om, men det gør filerne: gem mappen, hvor den slags må gemmes.</translation>
    </message>
    <message>
        <source>Signed &amp;from</source>
        <translation>Underskrevet &amp;fra</translation>
    </message>
    <message>
        <source>&amp;to and with</source>
        <translation>til &amp;og med</translation>
    </message>
    <message>
        <source>What is written?</source>
        <translation>Hvad skal skrives?</translation>
    </message>
    <message>
        <source>&amp;Choose a folder and export …</source>
        <translation>&amp;Vælg en mappe, og eksportér …</translation>
    </message>
    <message>
        <source>The files are being written. You can go on working.</source>
        <translation>Filerne bliver skrevet. Du kan arbejde videre.</translation>
    </message>
    <message>
        <source>{written} of {wanted} files are written into the folder “{folder}”.</source>
        <translation>{written} af {wanted} filer er skrevet til mappen “{folder}”.</translation>
    </message>
    <message>
        <source>It was stopped. What was written by then is there.</source>
        <translation>Det blev stoppet. Det, der nåede at blive skrevet, ligger der.</translation>
    </message>
    <message>
        <source>{count} more could not be written.</source>
        <translation>{count} andre kunne ikke skrives.</translation>
    </message>
    <message>
        <source>A folder for the files</source>
        <translation>En mappe til filerne</translation>
    </message>
</context>
<context>
    <name>PlanEnding</name>
    <message>
        <source>I have told the citizen: “{sentence}”</source>
        <translation>Sagt til borgeren: »{sentence}«</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Ikke spurgt</translation>
    </message>
    <message>
        <source>When, or on what occasion</source>
        <translation>Hvornår, eller ved hvilken lejlighed</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>How things stand when the plan ends; the GP is told</source>
        <translation>Hvordan det står til, når planen slutter; egen læge får det at vide</translation>
    </message>
</context>
<context>
    <name>PlanFaults</name>
    <message>
        <source>This plan is not in the store. Go back to the citizen.</source>
        <translation>Planen ligger ikke her. Gå tilbage til borgeren.</translation>
    </message>
    <message>
        <source>The plan has been changed since it was opened here. Open it again before you write on.</source>
        <translation>Planen er ændret, siden den blev åbnet her. Åbn den igen, før du skriver videre.</translation>
    </message>
    <message>
        <source>The citizen has a plan that has not ended. Open that one, or end it first.</source>
        <translation>Borgeren har en plan, der ikke er afsluttet. Åbn den, eller afslut den først.</translation>
    </message>
    <message>
        <source>The plan has ended and stays as it was. A new plan can be made.</source>
        <translation>Planen er afsluttet og bliver stående, som den var. Der kan laves en ny plan.</translation>
    </message>
    <message>
        <source>The plan has not begun, so it cannot end. It can be removed.</source>
        <translation>Planen er ikke begyndt, så den kan ikke afsluttes. Den kan fjernes.</translation>
    </message>
    <message>
        <source>The plan has begun, so it is kept. It can be ended.</source>
        <translation>Planen er begyndt, så den bliver gemt. Den kan afsluttes.</translation>
    </message>
    <message>
        <source>Write at least one goal or one offer first.</source>
        <translation>Skriv først mindst ét mål eller ét tilbud.</translation>
    </message>
    <message>
        <source>The plan cannot end before the day on which it begins. Put that day right first.</source>
        <translation>Planen kan ikke slutte før den dag, den begynder. Ret først dagen for begyndelsen.</translation>
    </message>
    <message>
        <source>That day has not come yet. End the plan on the day on which it ends, or afterwards.</source>
        <translation>Den dag er ikke kommet endnu. Afslut planen den dag, den slutter, eller bagefter.</translation>
    </message>
    <message>
        <source>That day has not come yet. Write the day on which the GP was told.</source>
        <translation>Den dag er ikke kommet endnu. Skriv den dag, hvor egen læge fik besked.</translation>
    </message>
    <message>
        <source>Write why the action was dropped.</source>
        <translation>Skriv, hvorfor handlingen er bortfaldet.</translation>
    </message>
    <message>
        <source>A call to this citizen is on the list already.</source>
        <translation>Der står allerede et opkald til borgeren på listen.</translation>
    </message>
    <message>
        <source>The call has been made, or is not wanted any more.</source>
        <translation>Opkaldet er foretaget, eller det ønskes ikke mere.</translation>
    </message>
    <message>
        <source>Somebody else has noted something about the call. Look at the list again.</source>
        <translation>En anden har noteret noget om opkaldet. Se på listen igen.</translation>
    </message>
    <message>
        <source>Write the day on which treatment ended.</source>
        <translation>Skriv den dag, behandlingen sluttede.</translation>
    </message>
</context>
<context>
    <name>PlanFoot</name>
    <message>
        <source>&amp;Remove the plan</source>
        <translation>Fje&amp;rn planen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Fortr&amp;yd</translation>
    </message>
    <message>
        <source>&amp;End the plan …</source>
        <translation>Af&amp;slut planen …</translation>
    </message>
    <message>
        <source>The plan &amp;begins …</source>
        <translation>Planen &amp;begynder …</translation>
    </message>
    <message>
        <source>Correct the &amp;beginning …</source>
        <translation>Ret &amp;begyndelsen …</translation>
    </message>
    <message>
        <source>Removed: {what}</source>
        <translation>Fjernet: {what}</translation>
    </message>
</context>
<context>
    <name>PlanQuestions</name>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Dato</translation>
    </message>
    <message>
        <source>&amp;Why does it end?</source>
        <translation>&amp;Hvorfor slutter den?</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source> The case in the inbox is closed with it.</source>
        <translation> Henvendelsen i indbakken lukkes samtidig.</translation>
    </message>
    <message>
        <source>The plan begins</source>
        <translation>Planen begynder</translation>
    </message>
    <message>
        <source>On which day? It can be put right until the plan ends.</source>
        <translation>Hvilken dag? Den kan rettes, indtil planen er afsluttet.</translation>
    </message>
    <message>
        <source>&amp;Yes, it begins</source>
        <translation>&amp;Ja, planen begynder</translation>
    </message>
    <message>
        <source>&amp;Yes, end the plan</source>
        <translation>&amp;Ja, afslut planen</translation>
    </message>
    <message>
        <source>End the plan</source>
        <translation>Afslut planen</translation>
    </message>
    <message>
        <source>Send the text by the system that you write to the GP with, or as a letter. Then note the day.</source>
        <translation>Send teksten fra det system, du skriver til lægen med, eller som brev. Notér derefter dagen.</translation>
    </message>
    <message>
        <source>An ended plan stays as it is. Write the short status to the GP first.</source>
        <translation>En afsluttet plan bliver stående, som den er. Skriv først den korte status til egen læge.</translation>
    </message>
    <message>
        <source>The GP is told of the start</source>
        <translation>Egen læge får besked om start</translation>
    </message>
    <message>
        <source>It is &amp;sent</source>
        <translation>Den er s&amp;endt</translation>
    </message>
    <message>
        <source>The GP is told of the end</source>
        <translation>Egen læge får besked om afslutning</translation>
    </message>
</context>
<context>
    <name>PlanScreen</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Luk</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Udskriv …</translation>
    </message>
    <message>
        <source>Save as PD&amp;F …</source>
        <translation>Gem som PD&amp;F …</translation>
    </message>
    <message>
        <source>Goals, in the citizen&apos;s own words</source>
        <translation>Mål, med borgerens egne ord</translation>
    </message>
    <message>
        <source>this is how the plan turns out</source>
        <translation>sådan kommer planen til at se ud</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gemt {time}</translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation>begynder {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>afsluttet {day}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> og </translation>
    </message>
    <message>
        <source>The GP has not been told yet {moment}.</source>
        <translation>Egen læge har endnu ikke fået besked {moment}.</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>et tilbud</translation>
    </message>
    <message>
        <source>Sent to the printer {time}</source>
        <translation>Sendt til printeren {time}</translation>
    </message>
    <message>
        <source>Saved as PDF {time}</source>
        <translation>Gemt som PDF {time}</translation>
    </message>
    <message>
        <source>Save the plan as PDF</source>
        <translation>Gem planen som PDF</translation>
    </message>
</context>
<context>
    <name>PlanTelling</name>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>The citizen does not want the GP to be told</source>
        <translation>Borgeren ønsker ikke, at egen læge får besked</translation>
    </message>
    <message>
        <source>Told {moment}: {day}</source>
        <translation>Fik besked {moment}: {day}</translation>
    </message>
    <message>
        <source>Not told yet {moment}</source>
        <translation>Mangler besked {moment}</translation>
    </message>
    <message>
        <source>To be told {moment}</source>
        <translation>Skal have besked {moment}</translation>
    </message>
    <message>
        <source>Text about the s&amp;tart …</source>
        <translation>&amp;Tekst om start …</translation>
    </message>
    <message>
        <source>Text about the e&amp;nd …</source>
        <translation>Tekst om afslut&amp;ning …</translation>
    </message>
</context>
<context>
    <name>PlannedSection</name>
    <message>
        <source>To be assessed again</source>
        <translation>Skal vurderes igen</translation>
    </message>
    <message>
        <source>planned at the last talk, a month ahead or on an occasion</source>
        <translation>aftalt ved sidste samtale, en måned frem eller ved en anledning</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Aftalt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>Ny behovsvurdering</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Ikke nødvendig</translation>
    </message>
</context>
<context>
    <name>PlansSection</name>
    <message>
        <source>Offers</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Begynder</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>New &amp;plan</source>
        <translation>Ny &amp;plan</translation>
    </message>
    <message>
        <source>Plan under way</source>
        <translation>Plan i gang</translation>
    </message>
    <message>
        <source>the GP is told at the start and at the end</source>
        <translation>egen læge får besked ved start og ved afslutning</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>Åbn plan</translation>
    </message>
    <message>
        <source>The citizen does not want it</source>
        <translation>Borgeren ønsker det ikke</translation>
    </message>
    <message>
        <source> and </source>
        <translation> og </translation>
    </message>
    <message>
        <source>Not told yet {moment}</source>
        <translation>Mangler besked {moment}</translation>
    </message>
    <message>
        <source>Told {day}</source>
        <translation>Fik besked {day}</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>The pages as they will be printed</source>
        <translation>Siderne, som de bliver udskrevet</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>&amp;Forrige side</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Næste side</translation>
    </message>
    <message>
        <source>&amp;Printer</source>
        <translation>&amp;Printer</translation>
    </message>
    <message>
        <source>On &amp;both sides of the paper</source>
        <translation>På &amp;begge sider af papiret</translation>
    </message>
    <message>
        <source>P&amp;rint</source>
        <translation>U&amp;dskriv</translation>
    </message>
    <message>
        <source>Save as P&amp;DF instead</source>
        <translation>&amp;Gem som PDF i stedet</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Eksemplarer</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no printer on this computer.</source>
        <translation>Der er ingen printer på denne computer.</translation>
    </message>
    <message>
        <source>Save the sheet as a PDF and print it from another computer.</source>
        <translation>Gem arket som PDF, og udskriv det fra en anden computer.</translation>
    </message>
    <message>
        <source>{copy}: page {number} of {last} in all</source>
        <translation>{copy}: side {number} af {last} i alt</translation>
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
    <name>ProblemDialog</name>
    <message>
        <source>Needs assessment</source>
        <translation>Behovsvurdering</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;Kopiér rapporten</translation>
    </message>
    <message>
        <source>C&amp;arry on</source>
        <translation>&amp;Fortsæt</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Noget gik galt</translation>
    </message>
    <message>
        <source>The report says where in the program it happened. It holds no names and no answers.</source>
        <translation>Rapporten fortæller, hvor i programmet det skete. Der står ingen navne og ingen svar i den.</translation>
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
    <name>ReceivedBackPage</name>
    <message>
        <source>Back page</source>
        <translation>Bagside</translation>
    </message>
    <message>
        <source>Nothing is written on it.</source>
        <translation>Der er ikke skrevet noget på den.</translation>
    </message>
    <message>
        <source>The code on the paper carries the ticks alone. The back page stands on the paper.</source>
        <translation>Koden på papiret har kun krydserne med. Bagsiden står på papiret.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Handlinger</translation>
    </message>
    <message>
        <source>The municipality may be told</source>
        <translation>Kommunen må få besked</translation>
    </message>
    <message>
        <source>The general practice may be told</source>
        <translation>Egen læge må få besked</translation>
    </message>
    <message>
        <source>Next assessment: {when}</source>
        <translation>Næste behovsvurdering: {when}</translation>
    </message>
    <message>
        <source>The citizen&apos;s words: {words}</source>
        <translation>Borgerens ord: {words}</translation>
    </message>
    <message>
        <source>Observed: {words}</source>
        <translation>Observeret: {words}</translation>
    </message>
    <message>
        <source>Not taken further.</source>
        <translation>Arbejdes der ikke videre med.</translation>
    </message>
</context>
<context>
    <name>ReceivedScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Citizen&apos;s &amp;card</source>
        <translation>Borgerens &amp;kort</translation>
    </message>
    <message>
        <source>The citizen also wrote words. They stand on the paper and did not come along.</source>
        <translation>Borgeren har også skrevet med egne ord. De står på papiret og er ikke kommet med.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Answered for by</source>
        <translation>Underskrevet af</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anledning</translation>
    </message>
    <message>
        <source>Date of the talk</source>
        <translation>Dato for samtalen</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Udfyldt af</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Elektronisk underskrift</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Indlæst</translation>
    </message>
    <message>
        <source>This sheet came unverified: nobody here knows the sender&apos;s key. Ask the sender by phone before you rely on it; an administrator can take in the sender&apos;s key.</source>
        <translation>Arket kom ubekræftet: ingen her kender afsenderens nøgle. Spørg afsenderen pr. telefon, før I stoler på det; en administrator kan tage afsenderens nøgle ind.</translation>
    </message>
    <message>
        <source>This sheet came unverified: it bears no electronic signature, so anybody can have made it. Ask the sender before you rely on it.</source>
        <translation>Arket kom ubekræftet: det har ingen elektronisk underskrift, så hvem som helst kan have lavet det. Spørg afsenderen, før I stoler på det.</translation>
    </message>
</context>
<context>
    <name>ReceivedSection</name>
    <message>
        <source>Received from elsewhere</source>
        <translation>Modtaget udefra</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>revision {number}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
</context>
<context>
    <name>ReceiversScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>&amp;New receiver</source>
        <translation>&amp;Ny modtager</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Modtagere</translation>
    </message>
    <message>
        <source>Whom to tell when a citizen is ready to be contacted: one for each municipality. The receiver need not be a municipality. When another takes over, give the old one a last day and enter the new one from the day after.</source>
        <translation>Hvem der skal have besked, når en borger er klar til at blive kontaktet: én for hver kommune. Modtageren behøver ikke at være en kommune. Når en anden tager over, så giv den gamle en sidste dag, og skriv den nye ind fra dagen efter.</translation>
    </message>
    <message>
        <source>There is nobody in the list yet. Enter the first one with New receiver.</source>
        <translation>Der er ingen på listen endnu. Skriv den første ind med Ny modtager.</translation>
    </message>
    <message>
        <source>&amp;Municipality</source>
        <translation>&amp;Kommune</translation>
    </message>
    <message>
        <source>N&amp;ame of the receiver</source>
        <translation>Modtagerens n&amp;avn</translation>
    </message>
    <message>
        <source>Address of &amp;secure mail</source>
        <translation>Adresse til &amp;sikker mail</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>T&amp;elefon</translation>
    </message>
    <message>
        <source>&amp;First day, if there is one</source>
        <translation>&amp;Første dag, hvis der er en</translation>
    </message>
    <message>
        <source>&amp;Last day, if there is one</source>
        <translation>Si&amp;dste dag, hvis der er en</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Gem</translation>
    </message>
    <message>
        <source>&amp;Remove, it was a mistake</source>
        <translation>Fje&amp;rn, det var en fejl</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annul&amp;ler</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>formerly</source>
        <translation>tidligere</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommende</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Choose a &amp;folder and hand out</source>
        <translation>Vælg en &amp;mappe, og udlevér</translation>
    </message>
    <message>
        <source>Hand out everything</source>
        <translation>Udlevér alt</translation>
    </message>
    <message>
        <source>For a citizen who asks what is kept about them: an overview, and every assessment as a sheet (PDF) and as data (FHIR), in a new folder. The files are not encrypted. Give them to nobody else.</source>
        <translation>Til en borger, der spørger, hvad der står om dem: en oversigt og hver behovsvurdering som ark (PDF) og som data (FHIR) i en ny mappe. Filerne er ikke krypterede. Giv dem ikke til andre.</translation>
    </message>
    <message>
        <source>&amp;Why is it to be kept?</source>
        <translation>&amp;Hvorfor skal det gemmes?</translation>
    </message>
    <message>
        <source>&amp;Keep until further notice</source>
        <translation>&amp;Gem indtil videre</translation>
    </message>
    <message>
        <source>&amp;Do not keep it any longer than usual</source>
        <translation>Gem det ikke &amp;længere end ellers</translation>
    </message>
    <message>
        <source>Keep until further notice</source>
        <translation>Gem indtil videre</translation>
    </message>
    <message>
        <source>Because of a complaint, say. Until it is ended here, nobody can erase the record, however old.</source>
        <translation>Fx på grund af en klage. Ingen kan slette oplysningerne, uanset hvor gamle de er, før det er ophævet her.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Slet for altid</translation>
    </message>
    <message>
        <source>The citizen, every assessment and everything that was ever written in them are erased here and in the backups, and cannot be brought back. Paper and files that were handed out are not reached. The log keeps, without a name, that somebody was here. A patient record that the law says must be kept must be kept elsewhere first.</source>
        <translation>Borgeren, alle behovsvurderinger og alt, der nogensinde er skrevet i dem, bliver slettet her og i sikkerhedskopierne og kan ikke hentes tilbage. Papir og filer, der er givet videre, når programmet ikke. Loggen gemmer uden navn, at nogen har været her. Det, som loven siger skal gemmes, skal først være gemt et andet sted.</translation>
    </message>
    <message>
        <source>The citizen has asked</source>
        <translation>Borgeren har bedt om det</translation>
    </message>
    <message>
        <source>A mistake</source>
        <translation>Oprettet ved en fejl</translation>
    </message>
    <message>
        <source>Why is it erased?</source>
        <translation>Hvorfor slettes der?</translation>
    </message>
    <message>
        <source>Write the citizen&apos;s &amp;number, to be sure that it is the right one</source>
        <translation>Skriv borgerens &amp;nummer, så det er sikkert, at det er den rigtige</translation>
    </message>
    <message>
        <source>&amp;Erase for good</source>
        <translation>Sl&amp;et for altid</translation>
    </message>
    <message>
        <source>The sheets are being made.</source>
        <translation>Arkene bliver lavet.</translation>
    </message>
    <message>
        <source>The citizen is being erased, here and in the backups.</source>
        <translation>Borgeren bliver slettet, her og i sikkerhedskopierne.</translation>
    </message>
    <message>
        <source>Kept since {date}: {reason}</source>
        <translation>Gemmes siden {date}: {reason}</translation>
    </message>
    <message>
        <source>A folder for everything about this citizen</source>
        <translation>En mappe til alt om borgeren</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPanel</name>
    <message>
        <source>Group {number}</source>
        <translation>Gruppe {number}</translation>
    </message>
    <message>
        <source>&amp;Print the key</source>
        <translation>&amp;Udskriv nøglen</translation>
    </message>
    <message>
        <source>&amp;Save as a text file</source>
        <translation>&amp;Gem som tekstfil</translation>
    </message>
    <message>
        <source>A text file is for a place that only you can open, such as a locked USB stick.</source>
        <translation>En tekstfil er til et sted, som kun du kan åbne, for eksempel en låst USB-nøgle.</translation>
    </message>
    <message>
        <source>Recovery key for the needs assessments at {place}</source>
        <translation>Gendannelsesnøgle til behovsvurderingerne på {place}</translation>
    </message>
    <message>
        <source>Whoever has this paper can open the citizens&apos; forms. Keep it locked away.</source>
        <translation>Den, der har dette papir, kan åbne borgernes skemaer. Gem det bag lås.</translation>
    </message>
</context>
<context>
    <name>RecoveryScreen</name>
    <message>
        <source>&amp;Recovery key</source>
        <translation>&amp;Gendannelsesnøgle</translation>
    </message>
    <message>
        <source>The eight groups on the newest paper. Hyphens and capitals do not matter.</source>
        <translation>De otte grupper på det nyeste papir. Bindestreger og store bogstaver betyder ikke noget.</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Brugernavn</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Ny adgangskode</translation>
    </message>
    <message>
        <source>At least 10 characters. A short sentence is good.</source>
        <translation>Mindst 10 tegn. En kort sætning er god.</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Gentag den nye adgangs&amp;kode</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Forgotten the password</source>
        <translation>Glemt adgangskode</translation>
    </message>
    <message>
        <source>Find the paper with the recovery key. Nothing in the store is lost.</source>
        <translation>Find papiret med gendannelsesnøglen. Intet i databasen er gået tabt.</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Åbner …</translation>
    </message>
    <message>
        <source>&amp;Give the new password and unlock</source>
        <translation>G&amp;em den nye adgangskode, og lås op</translation>
    </message>
</context>
<context>
    <name>ReferralScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Citizen&apos;s &amp;card</source>
        <translation>Borgerens &amp;kort</translation>
    </message>
    <message>
        <source>&amp;Note contact</source>
        <translation>&amp;Notér kontakt</translation>
    </message>
    <message>
        <source>C&amp;lose the referral</source>
        <translation>&amp;Afslut henvendelsen</translation>
    </message>
    <message>
        <source>Co&amp;rrect the day</source>
        <translation>R&amp;et dagen</translation>
    </message>
    <message>
        <source>Attempts to reach the citizen</source>
        <translation>Forsøg på at få kontakt</translation>
    </message>
    <message>
        <source>Why is it closed?</source>
        <translation>Hvorfor afsluttes den?</translation>
    </message>
    <message>
        <source>&amp;In a few words</source>
        <translation>&amp;Med få ord</translation>
    </message>
    <message>
        <source>Cl&amp;ose it</source>
        <translation>A&amp;fslut</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Annulle&amp;r</translation>
    </message>
    <message>
        <source>Overdue: the citizen should have been contacted by {day} at the latest.</source>
        <translation>Overskredet: borgeren skulle have været kontaktet senest {day}.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Whom to ask there</source>
        <translation>Hvem man kan spørge dér</translation>
    </message>
    <message>
        <source>Heard on</source>
        <translation>Modtaget her</translation>
    </message>
    <message>
        <source>Contact at the latest</source>
        <translation>Kontakt senest</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Ingen endnu.</translation>
    </message>
</context>
<context>
    <name>ReferralWords</name>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>this is the last day</source>
        <translation>i dag er sidste dag</translation>
    </message>
    <message>
        <source>tomorrow is the last day</source>
        <translation>i morgen er sidste dag</translation>
    </message>
    <message>
        <source>in 1 working day</source>
        <translation>om 1 hverdag</translation>
    </message>
    <message>
        <source>in {count} working days</source>
        <translation>om {count} hverdage</translation>
    </message>
</context>
<context>
    <name>RegisterReferralScreen</name>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>&amp;Save the referral</source>
        <translation>&amp;Gem henvendelsen</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Ny henvendelse</translation>
    </message>
    <message>
        <source>Who told us?</source>
        <translation>Hvem har fortalt det?</translation>
    </message>
    <message>
        <source>&amp;Ward or practice</source>
        <translation>Af&amp;deling eller lægehus</translation>
    </message>
    <message>
        <source>Whom to ask there, and the phone</source>
        <translation>Hvem man kan spørge dér, og telefon</translation>
    </message>
    <message>
        <source>&amp;On which day?</source>
        <translation>H&amp;vilken dag?</translation>
    </message>
    <message>
        <source>The citizen</source>
        <translation>Borgeren</translation>
    </message>
    <message>
        <source>Contact at the latest: {day}</source>
        <translation>Kontakt senest: {day}</translation>
    </message>
</context>
<context>
    <name>ReopenPanel</name>
    <message>
        <source>&amp;Why is the form reopened?</source>
        <translation>&amp;Hvorfor åbnes skemaet igen?</translation>
    </message>
    <message>
        <source>Why is the form reopened?</source>
        <translation>Hvorfor åbnes skemaet igen?</translation>
    </message>
    <message>
        <source>&amp;Reopen the form</source>
        <translation>Åb&amp;n skemaet igen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuller</translation>
    </message>
    <message>
        <source>The signed sheet is kept as it is. A new revision begins.</source>
        <translation>Det underskrevne ark bliver gemt, som det er. En ny revision begynder.</translation>
    </message>
</context>
<context>
    <name>ReopenQuestion</name>
    <message>
        <source>Reopen the form</source>
        <translation>Genåbn skemaet</translation>
    </message>
    <message>
        <source>Front and back can be changed again, as a new revision. The one before is kept as it was.</source>
        <translation>For- og bagside kan ændres igen som en ny revision. Den gamle bliver gemt, som den var.</translation>
    </message>
    <message>
        <source>&amp;Why is it reopened?</source>
        <translation>&amp;Hvorfor bliver det genåbnet?</translation>
    </message>
    <message>
        <source>Re&amp;open</source>
        <translation>Genå&amp;bn</translation>
    </message>
</context>
<context>
    <name>RestoreQuestion</name>
    <message>
        <source>&amp;Yes, put it in place</source>
        <translation>&amp;Ja, gendan</translation>
    </message>
    <message>
        <source>No, &amp;keep the store as it is</source>
        <translation>Nej, &amp;behold databasen, som den er</translation>
    </message>
    <message>
        <source>The store becomes as it was on {moment}. What was written after that is no longer in it. The store of today is backed up first and kept aside, and everybody must unlock again. Citizens who were erased stay erased.</source>
        <translation>Databasen bliver, som den var {moment}. Det, der er skrevet siden, er ikke længere i den. Databasen, som den er nu, bliver først sikkerhedskopieret og så lagt til side, og alle skal låse op igen. Borgere, der er slettet, forbliver slettet.</translation>
    </message>
</context>
<context>
    <name>RestoreScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Take a backup</source>
        <translation>Brug en sikkerhedskopi</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Brugernavn</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Adgangskode</translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation>Gendannelses&amp;nøgle</translation>
    </message>
    <message>
        <source>The eight groups on the paper.</source>
        <translation>De otte grupper på papiret.</translation>
    </message>
    <message>
        <source>Put this backup &amp;in place</source>
        <translation>&amp;Gendan fra denne sikkerhedskopi</translation>
    </message>
    <message>
        <source>Use a password instead</source>
        <translation>Brug en adgangskode i stedet</translation>
    </message>
    <message>
        <source>Use the recovery key instead</source>
        <translation>Brug gendannelsesnøglen i stedet</translation>
    </message>
    <message>
        <source>The backup is read, put beside the store, and then in its place.</source>
        <translation>Sikkerhedskopien bliver læst igennem, lagt ved siden af databasen og så på dens plads.</translation>
    </message>
    <message>
        <source>Looking for backups …</source>
        <translation>Leder efter sikkerhedskopier …</translation>
    </message>
    <message>
        <source>The newest backup is marked. What was written after it is not in it. The store as it is now is kept aside, and nothing is thrown away.</source>
        <translation>Den nyeste sikkerhedskopi er valgt. Det, der er skrevet efter den, er ikke med. Databasen, som den er nu, bliver lagt til side, og intet bliver smidt væk.</translation>
    </message>
    <message>
        <source>There are no backups in {folders}. If there is a copy on a memory stick, on a network drive or in the computer&apos;s own backup, let whoever looks after the computer put it there, and come back to this page.</source>
        <translation>Der er ingen sikkerhedskopier i {folders}. Er der en kopi på en USB-nøgle, et netværksdrev eller i computerens egen sikkerhedskopi, så bed den, der passer computeren, om at lægge den dér, og kom tilbage til denne side.</translation>
    </message>
</context>
<context>
    <name>RestoringScreen</name>
    <message>
        <source>The backup is being put in place</source>
        <translation>Databasen bliver gendannet</translation>
    </message>
    <message>
        <source>The store of today is backed up, then the backup is read and put in its place.</source>
        <translation>Databasen, som den er nu, bliver sikkerhedskopieret. Så bliver den valgte kopi læst igennem og lagt på dens plads.</translation>
    </message>
</context>
<context>
    <name>RetentionScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>How long records are kept</source>
        <translation>Hvor længe oplysninger gemmes</translation>
    </message>
    <message>
        <source>&amp;Years after the last assessment ended</source>
        <translation>&amp;År efter den sidste behovsvurderings afslutning</translation>
    </message>
    <message>
        <source>&amp;Days after everything was handed over</source>
        <translation>&amp;Dage efter at alt er givet videre</translation>
    </message>
    <message>
        <source>Leave it empty unless the record is kept elsewhere.</source>
        <translation>Lad det stå tomt, medmindre oplysningerne er gemt et andet sted.</translation>
    </message>
    <message>
        <source>Nothing is erased by itself. What is old enough is listed below, and goes when you say so.</source>
        <translation>Intet slettes af sig selv. Det, der er gammelt nok, står herunder og slettes, når du siger til.</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Gem</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Senest</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Hvad sker der</translation>
    </message>
    <message>
        <source>Old enough to be erased</source>
        <translation>Gammelt nok til at blive slettet</translation>
    </message>
    <message>
        <source>&amp;Erase those who are listed</source>
        <translation>S&amp;let dem på listen</translation>
    </message>
    <message>
        <source>No, &amp;keep them</source>
        <translation>Nej, &amp;behold dem</translation>
    </message>
    <message>
        <source>Yes, erase &amp;for good</source>
        <translation>&amp;Ja, slet for altid</translation>
    </message>
    <message>
        <source>Some backups may still hold citizens who were erased, because they could not be reached.</source>
        <translation>Nogle sikkerhedskopier kan stadig rumme slettede borgere, fordi kopierne ikke kunne nås.</translation>
    </message>
    <message>
        <source>&amp;Look through the backups again</source>
        <translation>Gennemgå si&amp;kkerhedskopierne igen</translation>
    </message>
    <message>
        <source>Citizens are being erased, here and in the backups.</source>
        <translation>Borgere bliver slettet, her og i sikkerhedskopierne.</translation>
    </message>
    <message numerus="yes">
        <source>%n citizen(s) on this list are erased with everything that was written, here and in the backups. They cannot be brought back.</source>
        <translation>
            <numerusform>%n borger på listen bliver slettet med alt, der er skrevet, her og i sikkerhedskopierne. Det kan ikke fortrydes.</numerusform>
            <numerusform>%n borgere på listen bliver slettet med alt, der er skrevet, her og i sikkerhedskopierne. Det kan ikke fortrydes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody&apos;s record is old enough to be erased</source>
        <translation>Ingen oplysninger er gamle nok til at blive slettet</translation>
    </message>
    <message>
        <source>The {shown} oldest of {count} who are old enough</source>
        <translation>De {shown} ældste af {count}, der er gamle nok</translation>
    </message>
    <message numerus="yes">
        <source>Old enough to be erased: %n</source>
        <translation>
            <numerusform>Gammelt nok til at blive slettet: %n</numerusform>
            <numerusform>Gamle nok til at blive slettet: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept: {reason}</source>
        <translation>Gemmes: {reason}</translation>
    </message>
</context>
<context>
    <name>ReturnsSection</name>
    <message>
        <source>Earlier courses</source>
        <translation>Tidligere forløb</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Kom igen</translation>
    </message>
    <message>
        <source>Open the earlier course</source>
        <translation>Åbn det tidligere forløb</translation>
    </message>
    <message>
        <source>Open the earlier plan</source>
        <translation>Åbn den tidligere plan</translation>
    </message>
    <message>
        <source>Open the new case</source>
        <translation>Åbn den nye sag</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Change your &amp;password</source>
        <translation>Skift din &amp;adgangskode</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Programmets sprog</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farver</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tekstens størrelse</translation>
    </message>
    <message>
        <source>Lock the staff&apos;s screens after</source>
        <translation>Lås personalets skærme efter</translation>
    </message>
    <message>
        <source>Lock the citizen&apos;s form after</source>
        <translation>Lås borgerens skema efter</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>These hold for everybody who uses this computer.</source>
        <translation>De gælder for alle, der bruger denne computer.</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n sekund</numerusform>
            <numerusform>%n sekunder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minutter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetScreen</name>
    <message>
        <source>&amp;Print …</source>
        <translation>U&amp;dskriv …</translation>
    </message>
    <message>
        <source>&amp;Save as PDF …</source>
        <translation>&amp;Gem som PDF …</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øjeblik …</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>Arkets sprog</translation>
    </message>
    <message>
        <source>On to &amp;handing over</source>
        <translation>Videre til a&amp;flevering</translation>
    </message>
    <message>
        <source>Re&amp;open …</source>
        <translation>Åbn &amp;igen …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Luk</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>revision {number}</translation>
    </message>
    <message>
        <source>There is no telephone number on the sheet. The municipality needs it to call.</source>
        <translation>Der står intet telefonnummer på arket. Kommunen skal bruge det for at kunne ringe.</translation>
    </message>
    <message>
        <source>Saved as PDF {time}</source>
        <translation>Gemt som PDF {time}</translation>
    </message>
    <message>
        <source>{when} by {who}</source>
        <translation>{when} af {who}</translation>
    </message>
    <message>
        <source>Everything handed over {when}</source>
        <translation>Alt er afleveret {when}</translation>
    </message>
    <message>
        <source>Signed {when} by {who}</source>
        <translation>Underskrevet {when} af {who}</translation>
    </message>
    <message>
        <source>Save the sheet as PDF</source>
        <translation>Gem arket som PDF</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Luk</translation>
    </message>
    <message>
        <source>Worklist, citizens, inbox, settings</source>
        <translation>Oversigt, borgere, indbakke, indstillinger</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>Ny behovsvurdering</translation>
    </message>
    <message>
        <source>Find a citizen</source>
        <translation>Find en borger</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>Udskriv arket</translation>
    </message>
    <message>
        <source>Save the sheet as PDF</source>
        <translation>Gem arket som PDF</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Luk beskeden</translation>
    </message>
    <message>
        <source>Go back to what was begun and not saved</source>
        <translation>Tilbage til det, du var begyndt på, og som ikke er gemt</translation>
    </message>
    <message>
        <source>Give the screen to the citizen, from the new assessment</source>
        <translation>Giv skærmen til borgeren fra den nye behovsvurdering</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Pil op og ned</translation>
    </message>
    <message>
        <source>The row above or below, in lists and on the form</source>
        <translation>Rækken over eller under, i lister og på skemaet</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Mellemrum</translation>
    </message>
    <message>
        <source>Tick, or take the tick away</source>
        <translation>Sæt kryds, eller fjern krydset</translation>
    </message>
    <message>
        <source>Go on to the next field or page</source>
        <translation>Videre til næste felt eller side</translation>
    </message>
    <message>
        <source>Back, where nothing is lost by it</source>
        <translation>Tilbage, hvor intet går tabt ved det</translation>
    </message>
    <message>
        <source>With an underlined letter: that button or field</source>
        <translation>Sammen med et understreget bogstav: den knap eller det felt</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Denne liste</translation>
    </message>
</context>
<context>
    <name>ShowAll</name>
    <message>
        <source>Show all {count}</source>
        <translation>Vis alle {count}</translation>
    </message>
</context>
<context>
    <name>SiteSettingsScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Gem</translation>
    </message>
    <message>
        <source>Load a &amp;form from a file</source>
        <translation>&amp;Indlæs et skema fra en fil</translation>
    </message>
    <message>
        <source>Settings of the place</source>
        <translation>Stedets indstillinger</translation>
    </message>
    <message>
        <source>&amp;Name of the place</source>
        <translation>Stedets &amp;navn</translation>
    </message>
    <message>
        <source>&amp;Kind of place</source>
        <translation>Hvad er det for et &amp;sted?</translation>
    </message>
    <message>
        <source>&amp;Ward or unit</source>
        <translation>&amp;Afdeling eller enhed</translation>
    </message>
    <message>
        <source>&amp;Municipality of most citizens</source>
        <translation>De fleste borgeres &amp;kommune</translation>
    </message>
    <message>
        <source>Filled in beforehand for a new citizen.</source>
        <translation>Står der på forhånd hos en ny borger.</translation>
    </message>
    <message>
        <source>On the sheet: whom to call</source>
        <translation>På arket: hvem man kan ringe til</translation>
    </message>
    <message>
        <source>&amp;Contact person for citizens</source>
        <translation>Kontakt&amp;person for borgerne</translation>
    </message>
    <message>
        <source>&amp;Phone of the contact person</source>
        <translation>Kontaktpersonens t&amp;elefon</translation>
    </message>
    <message>
        <source>Free &amp;helpline</source>
        <translation>Gratis rå&amp;dgivning</translation>
    </message>
    <message>
        <source>Phone of the helpline</source>
        <translation>Rådgivningens telefon</translation>
    </message>
    <message>
        <source>Who decides what can be &amp;offered</source>
        <translation>H&amp;vem afgør, hvad der kan tilbydes?</translation>
    </message>
    <message>
        <source>As a sentence begins with it, such as The municipality. Empty means the usual word.</source>
        <translation>Som en sætning begynder med det, for eksempel Kommunen. Et tomt felt betyder det sædvanlige ord.</translation>
    </message>
    <message>
        <source>Saturda&amp;y is a working day</source>
        <translation>&amp;Lørdag tæller som hverdag</translation>
    </message>
    <message>
        <source>Closed on &amp;1 May, 5 June, 24 and 31 December</source>
        <translation>Lukket &amp;1. maj, 5. juni, 24. og 31. december</translation>
    </message>
    <message>
        <source>In the inbox: which days count</source>
        <translation>I indbakken: hvilke dage tæller</translation>
    </message>
    <message>
        <source>A citizen is contacted at the latest three working days after you heard of them. Sundays and public holidays never count. Citizens who are in the inbox already keep their day.</source>
        <translation>En borger kontaktes senest tre hverdage efter, at I har hørt om dem. Søndage og helligdage tæller aldrig. Borgere, der allerede er i indbakken, beholder deres dag.</translation>
    </message>
    <message>
        <source>Own closing days</source>
        <translation>Egne lukkedage</translation>
    </message>
    <message>
        <source>Such as 22-12-2026, 23-12-2026. Empty means none.</source>
        <translation>For eksempel 22-12-2026, 23-12-2026. Tomt betyder ingen.</translation>
    </message>
    <message>
        <source>The site&apos;s own form</source>
        <translation>Stedets eget skema</translation>
    </message>
    <message>
        <source>A FHIR R4 Questionnaire in a file. It is checked first; what cannot be shown exactly is refused with every fault named. Forms that are filled in already keep the form they were filled in on.</source>
        <translation>Et FHIR R4 Questionnaire i en fil. Filen bliver læst igennem først; det, der ikke kan vises nøjagtigt, bliver afvist med hver fejl nævnt. Skemaer, der allerede er udfyldt, beholder det skema, de blev udfyldt på.</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>version {version}</translation>
    </message>
    <message>
        <source>Load a form</source>
        <translation>Indlæs et skema</translation>
    </message>
    <message>
        <source>Questionnaire (*.json)</source>
        <translation>Questionnaire (*.json)</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Staff: your &amp;login</source>
        <translation>Personale: dit &amp;brugernavn</translation>
    </message>
    <message>
        <source>Staff: your &amp;password</source>
        <translation>Personale: din &amp;adgangskode</translation>
    </message>
    <message>
        <source>&amp;Take the screen back</source>
        <translation>Tag skærmen &amp;tilbage</translation>
    </message>
    <message>
        <source>I am a &amp;colleague of the one who handed the screen over</source>
        <translation>Jeg er &amp;kollega til den, der gav skærmen videre</translation>
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
    <name>StaffNavigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Needs assessment</source>
        <translation>Behovsvurdering</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Oversigt</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Indbakke</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Lock   Ctrl+L</source>
        <translation>Lås   Ctrl+L</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Add a &amp;colleague</source>
        <translation>Tilføj en &amp;kollega</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kolleger</translation>
    </message>
    <message>
        <source>Everybody comes in with a password of their own, and the log tells who did what.</source>
        <translation>Alle låser op med deres egen adgangskode, og loggen viser, hvem der gjorde hvad.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Adgang</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Ret</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Save the recovery key</source>
        <translation>Gem gendannelsesnøglen</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Stop the assessment</source>
        <translation>Afbryd behovsvurderingen</translation>
    </message>
    <message>
        <source>It leaves the worklist. What was answered is kept, and so is the reason.</source>
        <translation>Den forsvinder fra oversigten. Svarene bliver gemt, og grunden bliver noteret.</translation>
    </message>
    <message>
        <source>The citizen declines</source>
        <translation>Borgeren takker nej</translation>
    </message>
    <message>
        <source>The citizen is too ill</source>
        <translation>Borgeren er for syg</translation>
    </message>
    <message>
        <source>It was begun by mistake</source>
        <translation>Den blev begyndt ved en fejl</translation>
    </message>
    <message>
        <source>Why is it stopped?</source>
        <translation>Hvorfor bliver den afbrudt?</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;fbryd</translation>
    </message>
</context>
<context>
    <name>StoreFaultScreen</name>
    <message>
        <source>See the &amp;backups</source>
        <translation>Se &amp;sikkerhedskopierne</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Prøv igen</translation>
    </message>
    <message>
        <source>The store cannot be opened</source>
        <translation>Databasen kan ikke åbnes</translation>
    </message>
    <message>
        <source>This was kept</source>
        <translation>Det er bevaret</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Det kan du gøre</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Mappe: {folder}</translation>
    </message>
</context>
<context>
    <name>StoreFaults</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Intet er ændret.</translation>
    </message>
    <message>
        <source>The store is not in its folder</source>
        <translation>Databasen er ikke i sin mappe</translation>
    </message>
    <message>
        <source>The file with the citizens&apos; forms is not where it was.</source>
        <translation>Filen med borgernes skemaer er ikke, hvor den var.</translation>
    </message>
    <message>
        <source>The keys to it are still here, and no new store was made.</source>
        <translation>Nøglerne til den er her stadig, og der er ikke lavet en ny.</translation>
    </message>
    <message>
        <source>If the file was moved, let whoever looks after the computer put it back, and try again. If it is gone, take the newest backup.</source>
        <translation>Er filen flyttet, så bed den, der passer computeren, om at lægge den tilbage, og prøv igen. Er den væk, så brug den nyeste sikkerhedskopi.</translation>
    </message>
    <message>
        <source>The store is damaged</source>
        <translation>Databasen er beskadiget</translation>
    </message>
    <message>
        <source>A part of the file with the citizens&apos; forms cannot be read correctly.</source>
        <translation>En del af filen med borgernes skemaer kan ikke læses rigtigt.</translation>
    </message>
    <message>
        <source>The file was left as it is, and nothing wrong is shown from it.</source>
        <translation>Filen er ikke rørt, og intet forkert bliver vist fra den.</translation>
    </message>
    <message>
        <source>Take the newest backup. The damaged file is kept aside, so that a specialist can look at it.</source>
        <translation>Brug den nyeste sikkerhedskopi. Den beskadigede fil bliver lagt til side, så en it-kyndig kan se på den.</translation>
    </message>
    <message>
        <source>The store does not open with its keys</source>
        <translation>Databasen kan ikke åbnes med sine nøgler</translation>
    </message>
    <message>
        <source>The password was right, but the file with the citizens&apos; forms belongs to other keys, or its beginning is damaged.</source>
        <translation>Adgangskoden var rigtig, men filen med borgernes skemaer hører til andre nøgler, eller dens begyndelse er beskadiget.</translation>
    </message>
    <message>
        <source>Both files were left as they are.</source>
        <translation>Ingen af filerne er rørt.</translation>
    </message>
    <message>
        <source>If somebody has moved files in the folder, let them put the right ones back, and try again. Otherwise take the newest backup.</source>
        <translation>Har nogen flyttet filer i mappen, så bed dem lægge de rigtige tilbage, og prøv igen. Ellers brug den nyeste sikkerhedskopi.</translation>
    </message>
    <message>
        <source>The store belongs to a newer version</source>
        <translation>Databasen hører til en nyere version</translation>
    </message>
    <message>
        <source>The store was last used by a newer version of the program.</source>
        <translation>Databasen er sidst brugt af en nyere version af programmet.</translation>
    </message>
    <message>
        <source>Everything in it is as it was. Nothing was changed.</source>
        <translation>Alt i den er, som det var. Intet er ændret.</translation>
    </message>
    <message>
        <source>Ask for the newer version of the program on this computer.</source>
        <translation>Bed om at få den nyere version af programmet på denne computer.</translation>
    </message>
    <message>
        <source>The store is in use</source>
        <translation>Databasen er i brug</translation>
    </message>
    <message>
        <source>The program is already open on this computer, perhaps for another user.</source>
        <translation>Programmet er allerede åbent på denne computer, måske hos en anden bruger.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it. Then try again. If there is none, start the computer again.</source>
        <translation>Brug det vindue, der er åbent, eller luk det. Prøv så igen. Er der ikke noget, så genstart computeren.</translation>
    </message>
    <message>
        <source>The program may not use the folder</source>
        <translation>Programmet må ikke bruge mappen</translation>
    </message>
    <message>
        <source>This user may not read and write in the folder of the store.</source>
        <translation>Denne bruger må ikke læse og skrive i databasens mappe.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the computer for access to the folder. Then try again.</source>
        <translation>Bed den, der passer computeren, om adgang til mappen. Prøv så igen.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Disken er fuld</translation>
    </message>
    <message>
        <source>There is no room left on the disk, so the last change is not saved.</source>
        <translation>Der er ikke mere plads på disken, så den sidste ændring er ikke gemt.</translation>
    </message>
    <message>
        <source>Everything that was saved before is kept.</source>
        <translation>Alt, der blev gemt før, er bevaret.</translation>
    </message>
    <message>
        <source>Make room on the disk, in other programs&apos; folders, and try again.</source>
        <translation>Gør plads på disken, i andre programmers mapper, og prøv igen.</translation>
    </message>
    <message>
        <source>The disk does not answer as it should</source>
        <translation>Disken svarer ikke, som den skal</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>Disken kunne ikke læses eller skrives.</translation>
    </message>
    <message>
        <source>What was saved before is kept.</source>
        <translation>Det, der blev gemt før, er bevaret.</translation>
    </message>
    <message>
        <source>Unlock the program again. If it happens once more, the disk may be worn out: ask whoever looks after the computer.</source>
        <translation>Lås programmet op igen. Sker det en gang til, kan disken være slidt op: Spørg den, der passer computeren.</translation>
    </message>
    <message>
        <source>The folder is on a network drive</source>
        <translation>Mappen er på et netværksdrev</translation>
    </message>
    <message>
        <source>The folder of the store lies on another machine ({kind}). A store that is written over a network can be damaged.</source>
        <translation>Databasens mappe ligger på en anden maskine ({kind}). En database, der skrives over et netværk, kan blive beskadiget.</translation>
    </message>
    <message>
        <source>Nothing in the folder was opened or changed.</source>
        <translation>Intet i mappen er åbnet eller ændret.</translation>
    </message>
    <message>
        <source>Let whoever looks after the computer choose a folder on the computer&apos;s own disk. Backups may go to the network.</source>
        <translation>Bed den, der passer computeren, om at vælge en mappe på computerens egen disk. Sikkerhedskopier må gerne ligge på netværket.</translation>
    </message>
    <message>
        <source>The folder is copied to the internet</source>
        <translation>Mappen bliver kopieret til internettet</translation>
    </message>
    <message>
        <source>The folder of the store belongs to {service}, which copies it elsewhere while it is written. That can damage the store, and health data may not leave the house like that.</source>
        <translation>Databasens mappe hører til {service}, som kopierer den andre steder hen, mens der skrives i den. Det kan beskadige databasen, og helbredsoplysninger må ikke forlade huset på den måde.</translation>
    </message>
    <message>
        <source>Let whoever looks after the computer choose a folder on the computer&apos;s own disk that is not copied.</source>
        <translation>Bed den, der passer computeren, om at vælge en mappe på computerens egen disk, som ikke bliver kopieret.</translation>
    </message>
    <message>
        <source>The program is not put together right</source>
        <translation>Programmet er ikke sat rigtigt sammen</translation>
    </message>
    <message>
        <source>Its database library ({version}) can lose data, so the store was not opened.</source>
        <translation>Dets databasebibliotek ({version}) kan miste data, så databasen er ikke åbnet.</translation>
    </message>
    <message>
        <source>Ask for the right version of the program.</source>
        <translation>Bed om den rigtige version af programmet.</translation>
    </message>
    <message>
        <source>The keys are not in their folder</source>
        <translation>Nøglerne er ikke i deres mappe</translation>
    </message>
    <message>
        <source>The file with the keys to the store is not where it was.</source>
        <translation>Filen med nøglerne til databasen er ikke, hvor den var.</translation>
    </message>
    <message>
        <source>The store itself is still here, and nothing was changed.</source>
        <translation>Selve databasen er her stadig, og intet er ændret.</translation>
    </message>
    <message>
        <source>If the file was moved, let whoever looks after the computer put it back, and try again. If it is gone, take the newest backup: the keys are in it.</source>
        <translation>Er filen flyttet, så bed den, der passer computeren, om at lægge den tilbage, og prøv igen. Er den væk, så brug den nyeste sikkerhedskopi: Nøglerne er i den.</translation>
    </message>
    <message>
        <source>The keys are damaged</source>
        <translation>Nøglerne er beskadiget</translation>
    </message>
    <message>
        <source>The file with the keys to the store cannot be read.</source>
        <translation>Filen med nøglerne til databasen kan ikke læses.</translation>
    </message>
    <message>
        <source>Take the newest backup: the keys are in it.</source>
        <translation>Brug den nyeste sikkerhedskopi: Nøglerne er i den.</translation>
    </message>
    <message>
        <source>The keys belong to a newer version</source>
        <translation>Nøglerne hører til en nyere version</translation>
    </message>
    <message>
        <source>The keys were last changed by a newer version of the program.</source>
        <translation>Nøglerne er sidst ændret af en nyere version af programmet.</translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message>
        <source>More suggestions</source>
        <translation>Flere forslag</translation>
    </message>
    <message>
        <source>Suggestions – Alt+1 to Alt+{last} takes one</source>
        <translation>Forslag – Alt+1 til Alt+{last} vælger et</translation>
    </message>
    <message>
        <source>Offers and contacts, which come onto the citizen&apos;s sheet – Alt+{first} to Alt+{last}</source>
        <translation>Tilbud og kontakter til borgerens ark – Alt+{first} til Alt+{last}</translation>
    </message>
    <message>
        <source>Offers and contacts, which come onto the citizen&apos;s sheet – Alt+{first}</source>
        <translation>Tilbud og kontakter til borgerens ark – Alt+{first}</translation>
    </message>
    <message>
        <source>no telephone number yet</source>
        <translation>intet telefonnummer endnu</translation>
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
        <source>Your answers are saved. Hand the screen to the staff. Then you will talk about them together.</source>
        <translation>Dine svar er gemt. Giv skærmen til personalet. Så taler I om dem sammen.</translation>
    </message>
</context>
<context>
    <name>TimelineSection</name>
    <message>
        <source>Over time</source>
        <translation>Over tid</translation>
    </message>
    <message>
        <source>Sho&amp;w all topics</source>
        <translation>Vis all&amp;e emner</translation>
    </message>
    <message>
        <source>Co&amp;mpare on paper</source>
        <translation>Sa&amp;mmenlign på papir</translation>
    </message>
    <message>
        <source>What was marked when</source>
        <translation>Hvad der er markeret hvornår</translation>
    </message>
    <message>
        <source>Sho&amp;w marked topics only</source>
        <translation>Vis kun d&amp;et markerede</translation>
    </message>
    <message>
        <source>Nothing has been marked yet.</source>
        <translation>Der er ikke markeret noget endnu.</translation>
    </message>
    <message>
        <source>Here will stand what the citizen marks, with a column for each time the form is filled in.</source>
        <translation>Her kommer det til at stå, hvad borgeren markerer, med en kolonne for hver gang skemaet bliver udfyldt.</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>Since last time</source>
        <translation>Siden sidst</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>ikke færdig</translation>
    </message>
    <message>
        <source>received</source>
        <translation>modtaget</translation>
    </message>
    <message>
        <source>nobody known vouches for it</source>
        <translation>ingen kendt står inde for den</translation>
    </message>
    <message>
        <source>not on the form</source>
        <translation>står ikke i skemaet</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Fylder</translation>
    </message>
    <message>
        <source>support</source>
        <translation>støtte</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Støtte</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>ikke sat kryds</translation>
    </message>
    <message>
        <source>matters most: {number}</source>
        <translation>betyder mest: {number}</translation>
    </message>
    <message>
        <source>was not asked last time</source>
        <translation>blev ikke spurgt om sidst</translation>
    </message>
    <message>
        <source>{status} ({reason})</source>
        <translation>{status} ({reason})</translation>
    </message>
    <message>
        <source>{action}: {status}</source>
        <translation>{action}: {status}</translation>
    </message>
    <message>
        <source>asked in other words before</source>
        <translation>blev før spurgt om med andre ord</translation>
    </message>
    <message>
        <source>asked before as: {words}</source>
        <translation>før spurgt som: {words}</translation>
    </message>
</context>
<context>
    <name>TopicChooser</name>
    <message>
        <source>Type a few letters</source>
        <translation>Skriv nogle bogstaver</translation>
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
    <name>TraceScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>dd-mm-åååå</translation>
    </message>
    <message>
        <source>&amp;From the day</source>
        <translation>&amp;Fra dagen</translation>
    </message>
    <message>
        <source>&amp;To the day</source>
        <translation>Til &amp;og med dagen</translation>
    </message>
    <message>
        <source>The citizen&apos;s CPR &amp;number</source>
        <translation>Borgerens CPR-&amp;nummer</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Hvem</translation>
    </message>
    <message>
        <source>&amp;Act</source>
        <translation>H&amp;andling</translation>
    </message>
    <message>
        <source>Sa&amp;ve as a file</source>
        <translation>&amp;Gem som fil</translation>
    </message>
    <message>
        <source>E&amp;xtract for the citizen</source>
        <translation>&amp;Udskrift til borgeren</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tidspunkt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Linjer i loggen</translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation>&amp;Måneder</translation>
    </message>
    <message>
        <source>Look for chan&amp;ges</source>
        <translation>Se efter ændr&amp;inger</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>Show {count} by &amp;chance</source>
        <translation>Vis {count} ti&amp;lfældige</translation>
    </message>
    <message>
        <source>Newe&amp;r</source>
        <translation>Nye&amp;re</translation>
    </message>
    <message>
        <source>&amp;Older</source>
        <translation>&amp;Ældre</translation>
    </message>
    <message>
        <source>&amp;Keep for so long</source>
        <translation>G&amp;em så længe</translation>
    </message>
    <message>
        <source>Older lines are deleted by themselves when the program is unlocked.</source>
        <translation>Ældre linjer slettes af sig selv, når programmet låses op.</translation>
    </message>
    <message>
        <source>How long the log is kept</source>
        <translation>Hvor længe loggen gemmes</translation>
    </message>
    <message>
        <source>Reading the log …</source>
        <translation>Læser loggen …</translation>
    </message>
    <message>
        <source>The log has {count} lines. Choose what to look for, or show everything.</source>
        <translation>Loggen har {count} linjer. Vælg, hvad du leder efter, eller vis det hele.</translation>
    </message>
    <message>
        <source>Nothing in the log fits what you look for.</source>
        <translation>Intet i loggen passer til det, du leder efter.</translation>
    </message>
    <message>
        <source>{shown} lines by chance, newest first.</source>
        <translation>{shown} tilfældige linjer, de nyeste øverst.</translation>
    </message>
    <message>
        <source>{shown} lines, newest first.</source>
        <translation>{shown} linjer, de nyeste øverst.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Gem loggen</translation>
    </message>
    <message>
        <source>Save the citizen&apos;s extract</source>
        <translation>Gem borgerens udskrift</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Brugernavn</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Adgangskode</translation>
    </message>
    <message>
        <source>&amp;Forgotten the password?</source>
        <translation>&amp;Glemt adgangskoden?</translation>
    </message>
    <message>
        <source>Needs assessment</source>
        <translation>Behovsvurdering</translation>
    </message>
    <message>
        <source>Unlock to see the work of the day.</source>
        <translation>Lås op for at se dagens arbejde.</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>Låser op …</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Lås op</translation>
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
<context>
    <name>WorkUnderWay</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stop</translation>
    </message>
</context>
<context>
    <name>WorklistScreen</name>
    <message>
        <source>Search name or CPR   Ctrl+F</source>
        <translation>Søg navn eller CPR   Ctrl+F</translation>
    </message>
    <message>
        <source>Search name or CPR</source>
        <translation>Søg navn eller CPR</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Opdater</translation>
    </message>
    <message>
        <source>&amp;New assessment</source>
        <translation>&amp;Ny behovsvurdering</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Oversigt</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Intet venter</translation>
    </message>
    <message>
        <source>Everything that was begun is finished. Begin a new assessment, or find a citizen.</source>
        <translation>Alt, hvad der er begyndt, er gjort færdigt. Begynd en ny behovsvurdering, eller find en borger.</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anledning</translation>
    </message>
    <message>
        <source>{count} more. Finish some of these first, or find the citizen by name or CPR.</source>
        <translation>{count} mere. Gør nogle af disse færdige først, eller find borgeren på navn eller CPR.</translation>
    </message>
    <message>
        <source>Back page missing</source>
        <translation>Bagsiden mangler</translation>
    </message>
    <message>
        <source>the front page is filled in, the talk is not held or not written down</source>
        <translation>forsiden er udfyldt, samtalen er ikke holdt eller ikke skrevet</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Udfyldt</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Udfyldt af</translation>
    </message>
    <message>
        <source>Written, not signed</source>
        <translation>Skrevet, ikke underskrevet</translation>
    </message>
    <message>
        <source>the back page is ready and waits for a signature</source>
        <translation>bagsiden er klar og mangler en underskrift</translation>
    </message>
    <message>
        <source>Finished, not handed over</source>
        <translation>Færdig, ikke afleveret</translation>
    </message>
    <message>
        <source>signed, and not everybody who is to have it has got it</source>
        <translation>underskrevet, og der mangler nogen, som skal have det</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Underskrevet</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>Begun, not finished</source>
        <translation>Påbegyndt, ikke færdig</translation>
    </message>
    <message>
        <source>the front page waits for the citizen, or for whoever keys it in</source>
        <translation>forsiden venter på borgeren eller på den, der taster ind</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begyndt</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Hvor langt</translation>
    </message>
    <message>
        <source>{number} of {count} areas</source>
        <translation>{number} af {count} områder</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>i dag {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>i går {time}</translation>
    </message>
</context>
<context>
    <name>_NavigationButton</name>
    <message>
        <source>{place}, {count} waiting</source>
        <translation>{place}, {count} venter</translation>
    </message>
</context>
</TS>
