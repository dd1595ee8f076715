<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>BackupTable</name>
    <message numerus="yes">
        <source>%n citizen(s)</source>
        <translation>
            <numerusform>%n citizen</numerusform>
            <numerusform>%n citizens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s)</source>
        <translation>
            <numerusform>%n assessment</numerusform>
            <numerusform>%n assessments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message numerus="yes">
        <source>The screen locks in %n seconds, so that nobody else sees your answers. They are saved. Touch the screen to go on.</source>
        <translation>
            <numerusform>The screen locks in %n second, so that nobody else sees your answers. They are saved. Touch the screen to go on.</numerusform>
            <numerusform>The screen locks in %n seconds, so that nobody else sees your answers. They are saved. Touch the screen to go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The screen locks in %n seconds</source>
        <translation>
            <numerusform>The screen locks in %n second</numerusform>
            <numerusform>The screen locks in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionScreen</name>
    <message numerus="yes">
        <source>%n citizen(s) on this list are erased with everything that was written, here and in the backups. They cannot be brought back.</source>
        <translation>
            <numerusform>%n citizen on this list are erased with everything that was written, here and in the backups. They cannot be brought back.</numerusform>
            <numerusform>%n citizens on this list are erased with everything that was written, here and in the backups. They cannot be brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Old enough to be erased: %n</source>
        <translation>
            <numerusform>Old enough to be erased: %n</numerusform>
            <numerusform>Old enough to be erased: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
