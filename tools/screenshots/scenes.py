"""Which screens are seen in which state, and how one comes there; each scene ends where the next can begin."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from needsform.demo.hands import Hands
from needsform.demo.player import LOGIN as NEW_LOGIN
from needsform.demo.player import PASSWORD as NEW_PASSWORD
from needsform.models.errors import Message
from needsform.models.identity import AssessmentId
from needsform.ui.widgets.work_row import WorkRow
from tools.case_login import LOGIN, PASSWORD
from tools.screenshots.camera import ENGLISH, EVERY_LOOK, LARGE, LIGHT, Camera

FAULTS = {
    "damaged": Message("store.damaged"),
    "other-keys": Message("store.wrong_key_or_damaged"),
    "newer": Message("store.newer"),
    "in-use": Message("store.in_use"),
    "no-permission": Message("store.no_permission"),
    "disk-full": Message("store.disk_full"),
    "disk-failing": Message("store.io_error"),
    "network-drive": Message("store.network_folder", {"kind": "cifs"}),
    "synchronised": Message("store.synchronised_folder", {"service": "OneDrive"}),
    "keys-missing": Message("keys.missing"),
    "keys-damaged": Message("keys.damaged"),
}
"""What can stand between staff and the store, by the name of its picture."""


class Scenes:
    """The pictures of one program."""

    def __init__(self, hands: Hands, camera: Camera, ids: dict[str, AssessmentId]) -> None:
        """`ids`: the assessments in the store by the point that they have come to; empty for a new store."""
        self._hands, self._camera, self._ids = hands, camera, ids

    # The door -----------------------------------------------------------------------------------------------------

    def first_run(self) -> None:
        """From an empty folder to an empty worklist."""
        hands, camera = self._hands, self._camera
        camera.stand_before_staff()
        camera.take("first-run-place-empty", LIGHT, LARGE, ENGLISH)
        hands.click("next")
        camera.take("first-run-place-error")
        hands.write("site", "Test Universitetshospital")
        hands.write("unit", "Kræftafdelingen")
        hands.click("next")
        self._type(name="Karin Prøve", title="sygeplejerske", login=NEW_LOGIN, password="kaffe", repeated="kaffe")
        hands.click("next")
        hands.wait_for(lambda: hands.sees("password_error"), "what is wrong with the password")
        camera.take("first-run-person-error", LIGHT, LARGE)
        self._type(password=NEW_PASSWORD, repeated=NEW_PASSWORD)
        camera.take("first-run-person")
        hands.click("next")
        hands.find(QWidget, "print_key")
        camera.take("first-run-recovery-key", *EVERY_LOOK)

    def store_fault(self) -> None:
        """The keys are there and the store is not."""
        self._hands.find(QWidget, "store_fault_screen")
        self._camera.stand_before_staff()
        self._camera.take("store-missing", LIGHT, LARGE)
        for name, fault in FAULTS.items():
            self._camera.show_fault(fault)
            self._camera.take(f"store-{name}")
        self._camera.show_fault(FAULTS["damaged"])
        self._camera.take("store-damaged", *EVERY_LOOK)
        self._hands.click("restore")
        self._camera.wait()
        self._camera.take("restore-none")

    def backups(self) -> None:
        """None yet, the first one, and the question before an older one takes the store's place."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_administration")
        hands.click("administer_backups_act_0")
        hands.find(QWidget, "backups_screen")
        camera.take("backups-none")
        hands.click("make_backup")
        camera.take("backups", *EVERY_LOOK)
        hands.click("restore")
        camera.take("backups-question", LIGHT, LARGE)
        hands.click("cancel_restore")
        hands.click("go_to_worklist")

    def restore(self) -> None:
        """The store turns out to be damaged: its newest backup, and a wrong password."""
        hands, camera = self._hands, self._camera
        camera.stand_before_staff()
        camera.show_fault(FAULTS["damaged"])
        hands.click("restore")
        hands.find(QWidget, "preview")
        camera.take("restore", *EVERY_LOOK)
        self._type(login=LOGIN, password="te med mælk")
        hands.click("restore")
        hands.wait_for(lambda: hands.sees("password_error"), "what is wrong with the password")
        camera.take("restore-error")

    def unlock(self) -> None:
        """A wrong password, the way back in with the recovery key, and the right password."""
        hands, camera = self._hands, self._camera
        camera.stand_before_staff()
        camera.take("unlock", *EVERY_LOOK, ENGLISH)
        self._type(login=LOGIN, password="te med mælk")
        hands.click("unlock")
        hands.wait_for(lambda: hands.sees("unlock_error"), "what is wrong with the password")
        camera.take("unlock-error")
        hands.click("forgotten")
        hands.find(QWidget, "recovery_screen")
        camera.take("recovery", LIGHT, LARGE)
        hands.click("back")
        self._type(login=LOGIN, password=PASSWORD)
        hands.click("unlock")
        hands.find(QWidget, "worklist_screen")

    # Lists and cards ----------------------------------------------------------------------------------------------

    def worklist(self) -> None:
        """A morning's unfinished work."""
        self._camera.take("worklist", *EVERY_LOOK, ENGLISH)
        self._hands.press(Qt.Key.Key_F1)
        self._hands.find(QWidget, "shortcuts_dialog")
        self._camera.take("shortcuts")
        self._hands.press(Qt.Key.Key_Escape)

    def patients(self) -> None:
        """A search that finds nobody, one that finds some, and one citizen's card."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_patients")
        hands.find(QWidget, "patients_screen")
        camera.take("search-empty")
        self._search("Ingen")
        camera.take("search-nobody")
        self._search("Lauridsen")
        camera.take("search", LIGHT, LARGE)
        hands.click("go_to_worklist")
        hands.click(f"work_{self._ids['signed']}_open")
        hands.find(QWidget, "patient_screen")
        camera.take("citizen-card", *EVERY_LOOK)
        hands.click("correct")
        camera.take("citizen-card-correct")
        hands.click("cancel_edit")

    def new_assessment(self) -> None:
        """Empty, with mistakes, for a child, for palliative needs, and ready to begin."""
        hands, camera = self._hands, self._camera
        self._begin_anew()
        camera.take("new-assessment-empty", LIGHT, LARGE, ENGLISH)
        self._type(identifier="310299-1234", name="")
        hands.click("begin")
        camera.take("new-assessment-error", LIGHT, LARGE)
        self._type(identifier="010115-4000")
        hands.press(Qt.Key.Key_Tab)
        camera.take("new-assessment-child")
        self._begin_anew()
        hands.click("answer_1")
        camera.take("new-assessment-palliative")
        self._begin_anew()
        self._type(identifier="020160-9995")
        hands.press(Qt.Key.Key_Tab)
        camera.take("new-assessment-known", *EVERY_LOOK)
        hands.click("cancel")

    def settings(self) -> None:
        """The workstation's and the site's."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_settings")
        hands.find(QWidget, "settings_screen")
        camera.take("settings", LIGHT, LARGE)
        hands.click("go_to_administration")
        hands.click("administer_site_act_0")
        hands.find(QWidget, "site_settings_screen")
        camera.take("site-settings", LIGHT, LARGE)
        hands.click("load_form")
        hands.find(QWidget, "faults")
        camera.take("site-settings-faults")
        hands.click("go_to_worklist")

    def colleagues(self) -> None:
        """The administrator's places: colleagues, first password, a question, keys; and a password."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_administration")
        hands.find(QWidget, "administration_screen")
        camera.take("administration", LIGHT, LARGE)
        hands.click("administer_staff_act_0")
        hands.click("add_colleague")
        hands.click("save")
        camera.take("colleague-error")
        self._type(name="Mads Måske", title="fysioterapeut", login="mads")
        hands.click("save")
        hands.find(QLabel, "first_password")
        camera.take("colleague-first-password", *EVERY_LOOK)
        hands.click("handed_over")
        hands.find(QWidget, "staff_screen")
        camera.take("colleagues", *EVERY_LOOK)
        hands.click("colleague_mads_act_0")
        camera.take("colleague", LIGHT, LARGE)
        hands.click("take_access_away")
        camera.take("colleague-question")
        hands.click("confirm")
        hands.find(QWidget, "staff_screen")
        hands.click("back")
        hands.click("administer_keys_act_0")
        camera.take("keys", LIGHT, LARGE)
        self._type(password=PASSWORD)
        hands.click("renew")
        hands.find(QWidget, "print_key")
        camera.take("keys-recovery-key")
        hands.click("go_to_administration")
        hands.click("administer_known_sites_act_0")
        hands.find(QWidget, "known_sites_screen")
        camera.take("known-sites", *EVERY_LOOK)
        hands.click("go_to_settings")
        hands.click("own_password")
        hands.find(QWidget, "own_password_screen")
        camera.take("own-password", LIGHT, LARGE)
        hands.click("go_to_worklist")

    def trace(self) -> None:
        """The log: as it opens, what was found, and whether anything was changed."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_administration")
        hands.click("administer_trace_act_0")
        hands.find(QWidget, "trace_screen")
        camera.take("log-empty", LIGHT, LARGE)
        hands.click("show_entries")
        camera.wait()
        camera.take("log", *EVERY_LOOK)
        hands.write("since", "i maj")
        hands.click("show_entries")
        camera.take("log-error")
        hands.write("since", "")
        hands.click("verify")
        camera.wait()
        camera.take("log-verified")
        hands.click("go_to_worklist")

    # The citizen --------------------------------------------------------------------------------------------------

    def citizen(self) -> None:
        """Pages, note, summing-up, the staff's door and the thanks."""
        hands, camera = self._hands, self._camera
        self._act("half")
        hands.find(QWidget, "patient_mode_screen")
        camera.stand_before_citizen()
        camera.take("citizen-untouched", LIGHT, LARGE)
        for _ in range(3):
            hands.click("next")
        camera.take("citizen-area", *EVERY_LOOK)
        hands.click("worry.note_button")
        camera.take("citizen-note", LIGHT, LARGE)
        for _ in range(3):
            hands.click("next")
        camera.take("citizen-long-area", LIGHT, LARGE)
        self._go_on_to_summary()
        hands.click("fatigue.priority")
        camera.take("citizen-summing-up", *EVERY_LOOK)
        hands.click("staff")
        hands.find(QWidget, "staff_door_screen")
        camera.take("citizen-staff-door", LIGHT, LARGE)
        hands.write("staff_password", "te med mælk")
        hands.click("take_back")
        hands.wait_for(lambda: hands.sees("staff_password_error"), "what is wrong with the password")
        camera.take("citizen-staff-door-error")
        hands.click("return_to_form")
        hands.click("next")
        hands.find(QWidget, "thank_you_screen")
        camera.take("citizen-thanks", *EVERY_LOOK)
        self._take_back("back_page_screen")
        hands.click("close")

    def citizen_in_english(self) -> None:
        """The same form in another language."""
        self._act("english")
        self._camera.stand_before_citizen()
        self._camera.take("citizen-untouched", ENGLISH)
        for _ in range(3):
            self._hands.click("next")
        self._camera.take("citizen-area", ENGLISH)
        self._go_on_to_summary()
        self._camera.take("citizen-summing-up", ENGLISH)
        self._leave_form()

    def full_front(self) -> None:
        """Everything marked, and the longest words."""
        self._act("full_front")
        self._camera.stand_before_citizen()
        self._camera.take("citizen-area-full", LIGHT, LARGE)
        self._go_on_to_summary()
        self._camera.take("citizen-summing-up-full", LIGHT, LARGE)
        self._leave_form()

    def whole_page(self) -> None:
        """A form that came on paper."""
        hands, camera = self._hands, self._camera
        self._act("paper")
        hands.find(QWidget, "whole_page_screen")
        hands.find(QCheckBox, "fatigue.problem")
        camera.take("whole-page-empty")
        for name in ("fatigue.problem", "fatigue.support", "worry.problem"):
            hands.click(name)
        camera.take("whole-page", *EVERY_LOOK)
        hands.click("back")

    # The talk and the sheet ---------------------------------------------------------------------------------------

    def back_page(self) -> None:
        """Prefilled, written, full, with something missing, and "no needs now"."""
        hands, camera = self._hands, self._camera
        self._act("completed")
        camera.take("back-page-prefilled")
        hands.click("sign")
        camera.take("back-page-error", LIGHT, LARGE)
        hands.click("add_need")
        camera.take("back-page-add-area")
        hands.press(Qt.Key.Key_Escape)
        hands.click("close")
        self._act("talked")
        camera.take("back-page", *EVERY_LOOK)
        hands.click("close")
        self._act("full")
        camera.take("back-page-full", LIGHT)
        hands.click("close")
        self._act("no_need")
        camera.take("back-page-no-need", LIGHT, LARGE)
        hands.click("close")

    def leaving(self) -> None:
        """What an administrator keeps of what leaves: the list of receivers, and many at once."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_administration")
        hands.click("administer_receivers_act_0")
        hands.find(QWidget, "receivers_screen")
        camera.take("receivers-none")
        hands.click("add_receiver")
        hands.choose("municipality", "Aarhus")
        hands.click("save")
        camera.take("receivers-error")
        self._type(name="Aarhus Kommune, Koordinerende instans på kræftområdet", mail="kraeft@example.dk")
        hands.click("save")
        camera.take("receivers", *EVERY_LOOK)
        hands.click("close")
        hands.click("administer_directory_act_0")
        hands.find(QWidget, "directory_screen")
        camera.take("directory", *EVERY_LOOK)
        hands.click("contact_cancer_line_act_0")
        camera.take("directory-editing", LIGHT, LARGE)
        hands.click("cancel")
        hands.click("close")
        hands.click("administer_export_act_0")
        hands.find(QWidget, "period_export_screen")
        camera.take("period-export", LIGHT, LARGE)
        hands.click("close")
        hands.click("administer_indicators_act_0")
        hands.wait_for(lambda: hands.sees("rows_offer_offered"), "the figures")
        camera.take("indicators", *EVERY_LOOK)
        hands.click("rows_offer_offered")
        hands.wait_for(lambda: hands.sees("indicator_rows"), "whom a figure counts")
        camera.take("indicator-rows")
        hands.click("go_to_worklist")

    def inbox(self) -> None:
        """A receiver's morning: a referral that is typed, an attempt to reach the citizen, a case, no sheet."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_inbox")
        hands.find(QWidget, "inbox_screen")
        camera.take("inbox-empty")
        hands.click("register")
        hands.find(QWidget, "register_referral_screen")
        self._type(identifier="020160-9995", sender="Kræftafdelingen, Test Universitetshospital", informed_on="i går")
        hands.click("save")
        camera.take("referral-new-error", LIGHT, LARGE)
        self._type(informed_on="20-11-2026")
        hands.click("save")
        hands.find(QWidget, "inbox_screen")
        camera.take("inbox", *EVERY_LOOK)
        names = (row.objectName() for row in hands.window.findChildren(WorkRow))
        case = next(name for name in names if name.startswith("case_"))
        hands.click(f"{case}_act_0")
        camera.take("inbox-contact")
        hands.click("contact_outcome_1")
        hands.click("save_contact")
        hands.click(f"{case}_open")
        hands.find(QWidget, "referral_screen")
        camera.take("referral", *EVERY_LOOK)
        hands.click("close_case")
        camera.take("referral-close")
        hands.click("cancel_close")
        hands.click("go_to_inbox")
        hands.click("take_in")
        hands.find(QWidget, "intake_screen")
        camera.wait()
        camera.take("intake", LIGHT, LARGE)
        hands.click("go_to_worklist")

    def handover(self) -> None:
        """What leaves of a signed assessment: read before it is sent, noted, and what is not wanted."""
        hands, camera = self._hands, self._camera
        self._act("signed")
        hands.find(QWidget, "handover_screen")
        camera.take("handover", *EVERY_LOOK)
        hands.click("gp_text")
        camera.take("handover-text", LIGHT, LARGE)
        hands.click("close_letter")
        hands.click("municipality_mail")
        hands.click("save_protected_mail")
        camera.wait()
        camera.take("handover-password")
        hands.click("close_letter")
        hands.click("citizen_done")
        hands.click("municipality_sent")
        camera.take("handover-sent")
        hands.click("sent_municipality_keep")
        hands.click("gp_not_wanted")
        hands.click("not_wanted_keep")
        camera.take("handover-error")
        hands.click("not_wanted_cancel")
        hands.click("show_sheet")

    def sheet(self) -> None:
        """Signed and ready to leave; looked at before printing; about to be reopened."""
        hands, camera = self._hands, self._camera
        hands.find(QWidget, "sheet_screen")
        camera.take("sheet", *EVERY_LOOK)
        hands.click("page.2")
        camera.take("sheet-back")
        hands.click("reopen")
        hands.click("confirm_reopen")
        camera.take("sheet-reopen-error")
        hands.click("cancel_reopen")
        hands.click("print")
        hands.find(QWidget, "print_preview")
        camera.take("print-preview")
        hands.press(Qt.Key.Key_Escape)
        hands.click("save_pdf")
        camera.wait()
        camera.take("sheet-saved")
        hands.click("close")

    def back_page_in_english(self) -> None:
        """For somebody at work in English: what is opened then is English to the last word."""
        self._camera.dress(ENGLISH)
        self._hands.click("go_to_worklist")
        self._act("talked")
        self._camera.take("back-page")
        self._hands.click("close")
        self._act("signed")
        self._camera.take("sheet")
        self._hands.click("close")
        self._camera.dress(LIGHT)
        self._hands.click("go_to_worklist")

    # --------------------------------------------------------------------------------------------------------------

    def _type(self, **fields: str) -> None:
        for name, text in fields.items():
            self._hands.write(name, text)

    def _search(self, query: str) -> None:
        """Type, and wait for the answer: until then the line says that somebody is looking."""
        self._hands.write("search", query)
        status = self._hands.find(QLabel, "search_status")
        self._hands.wait_for(lambda: not status.text().endswith("…"), "an answer to the search")

    def _begin_anew(self) -> None:
        self._hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self._hands.find(QWidget, "new_assessment_screen")
        if self._hands.sees("dismiss_message"):  # what the scene before had begun
            self._hands.click("dismiss_message")

    def _act(self, point: str) -> None:
        """Press the button of a row of the worklist."""
        self._hands.find(QWidget, "worklist_screen")
        self._hands.click(f"work_{self._ids[point]}_act_0")

    def _go_on_to_summary(self) -> None:
        while self._hands.sees("progress"):
            self._hands.click("next")

    def _leave_form(self) -> None:
        self._hands.click("staff")
        self._take_back("worklist_screen")

    def _take_back(self, screen: str) -> None:
        self._hands.write("staff_password", PASSWORD)
        self._hands.click("take_back")
        self._hands.find(QWidget, screen)
        self._camera.stand_before_staff()


def unreadable_form(folder: Path) -> Path:
    """A form with several faults, for the site's settings to refuse."""
    path = folder / "own-form.json"
    path.write_text(
        '{"resourceType": "Questionnaire", "url": "https://example.org/form", "version": "1", "status": "retired",'
        ' "title": "Behov", "item": [{"linkId": "body", "type": "group", "text": "Krop", "item":'
        ' [{"linkId": "pain", "type": "decimal", "text": "Smerter", "required": true}]}]}',
        encoding="utf-8",
    )
    return path
