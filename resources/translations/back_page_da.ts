<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
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
    <message>
        <source>{number} pages</source>
        <translation>{number} sider</translation>
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
        <source>&amp;Given to the citizen</source>
        <translation>Gi&amp;vet til borgeren</translation>
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
        <source>Signed {when} by {who}</source>
        <translation>Underskrevet {when} af {who}</translation>
    </message>
    <message>
        <source>Given to the citizen {when}</source>
        <translation>Givet til borgeren {when}</translation>
    </message>
    <message>
        <source>Save the sheet as PDF</source>
        <translation>Gem arket som PDF</translation>
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
</context>
<context>
    <name>TopicChooser</name>
    <message>
        <source>Type a few letters</source>
        <translation>Skriv nogle bogstaver</translation>
    </message>
</context>
</TS>
