"""The panel in which an entry of the directory of offers and contacts is typed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGroupBox, QLineEdit, QWidget

from needsform.models.contact import ContactKind, Referrer
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.identity import LinkId
from needsform.models.typed_contact import TypedContact
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.form_parts import PanelFoot, side_by_side
from needsform.ui.widgets.labelled_field import LabelledField, column_in, text_field
from needsform.ui.widgets.topic_chooser import TopicChooser
from needsform.ui.widgets.wrapping_button import WrappingButton
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_KINDS, _REFERRERS = tuple(ContactKind), tuple(Referrer)


class ContactFields(QFrame):
    """What an entry says.

    `typed(TypedContact)`: the fields as they stand. `save_requested`, `cancel_requested`: the button of that name.
    """

    typed = Signal(TypedContact)
    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, words: Words, choices: Mapping[LinkId, str], parent: QWidget | None = None) -> None:
        """`choices`: the topics and areas that an entry can help with, in the order to show them."""
        super().__init__(parent)
        self._words, self._choices = words, choices
        self._topics: tuple[LinkId, ...] = ()
        self._build()
        self._connect()

    def enter(self) -> None:
        """Put the focus on what is wrong, else on the buttons if words wait to be kept, else where writing begins."""
        self._foot.enter(self._fields.values(), self._fields["name_da"])

    def render_contact(self, contact: TypedContact, errors: Mapping[str, str], *, is_unsaved: bool) -> None:
        """Show what is typed, what is wrong with it by field, and whether it is held because it is not saved."""
        for name, field in self._fields.items():
            text = str(getattr(contact, name))
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(errors.get(name, ""))
        self._foot.show_unsaved(is_unsaved=is_unsaved)
        self._kind.editor.setCurrentIndex(_KINDS.index(contact.kind))
        for referrer, box in self._referrers.items():
            box.setChecked(referrer in contact.referrers)
        self._topics = contact.topics
        said = ", ".join(self._choices[topic] for topic in contact.topics if topic in self._choices)
        self._about.editor.setText((said or self.tr("Anything")).replace("&", "&&"))
        self._about.editor.setAccessibleName(self.tr("Helps with: {topics}").format(topics=said or self.tr("Anything")))

    def _build(self) -> None:
        self.setObjectName("contact_panel")
        self.setProperty("role", "panel")
        kinds = tuple(self._words.of(kind) for kind in _KINDS)
        self._kind = LabelledField(self.tr("&Kind"), WrappingCombo("kind", kinds), name="kind")
        self._about = LabelledField(self.tr("&Helps with"), WrappingButton(inset=12), name="topics")
        line = LINE_LENGTH
        fields: dict[str, LabelledField[QLineEdit]] = {
            "name_da": text_field(self.tr("Na&me in Danish"), name="name_da", longest=NAME_LENGTH),
            "name_en": text_field(self.tr("Name in &English, if another"), name="name_en", longest=NAME_LENGTH),
            "area": text_field(self.tr("&Where, such as a municipality or a region"), name="area", longest=line),
            "phone": text_field(self.tr("&Telephone"), name="phone", longest=line),
            "hours": text_field(self.tr("&Opening hours"), name="hours", longest=line),
            "web": text_field(self.tr("Webs&ite"), name="web", longest=line),
            "address": text_field(self.tr("&Address"), name="address", longest=line),
            "valid_from": text_field(self.tr("&First day, if there is one"), name="valid_from", longest=line),
            "valid_to": text_field(self.tr("&Last day, if there is one"), name="valid_to", longest=line),
        }
        self._fields = fields
        self._save = named_button(self.tr("Sa&ve"), "save", "primary")
        self._cancel = named_button(self.tr("&Cancel"), "cancel", "quiet")
        column = column_in(self, spacing=12, margins=(24, 18, 24, 18))
        column.addWidget(side_by_side(fields["name_da"], fields["name_en"]))
        column.addWidget(side_by_side(self._kind, fields["area"]))
        column.addWidget(self._about)
        column.addWidget(self._who_may_refer())
        column.addWidget(side_by_side(fields["phone"], fields["hours"]))
        column.addWidget(side_by_side(fields["web"], fields["address"]))
        column.addWidget(side_by_side(fields["valid_from"], fields["valid_to"]))
        self._foot = PanelFoot(self._save, self._cancel)
        column.addWidget(self._foot)

    def _who_may_refer(self) -> QGroupBox:
        group = QGroupBox(self.tr("Who may refer"))
        group.setObjectName("referrers")
        flow = FlowLayout(group)
        self._referrers = {referrer: CheckBox(self._words.of(referrer)) for referrer in _REFERRERS}
        for referrer, box in self._referrers.items():
            box.setObjectName(f"referrer_{referrer.value}")
            flow.addWidget(box)
        return group

    def _connect(self) -> None:
        for field in self._fields.values():
            field.editor.textEdited.connect(self._tell)
            field.editor.returnPressed.connect(self.save_requested)
        self._kind.editor.activated.connect(self._tell)
        for box in self._referrers.values():
            box.clicked.connect(self._tell)
        self._about.editor.clicked.connect(self._choose_topics)
        self._save.clicked.connect(self.save_requested)
        self._cancel.clicked.connect(self.cancel_requested)

    def _tell(self, _what: object = None) -> None:
        texts = {name: field.editor.text() for name, field in self._fields.items()}
        kind = _KINDS[self._kind.editor.currentIndex()]
        referrers = tuple(referrer for referrer, box in self._referrers.items() if box.isChecked())
        self.typed.emit(TypedContact(**texts, kind=kind, topics=self._topics, referrers=referrers))

    def _choose_topics(self) -> None:
        chooser = TopicChooser(self.tr("What does it help with?"), self._choices, self)
        chooser.tick(self._topics)
        chooser.ticked.connect(self._link)
        chooser.open_at(self._about.editor)

    def _link(self, topics: tuple[LinkId, ...]) -> None:
        """What another form calls its topics is kept."""
        self._topics = (*topics, *(topic for topic in self._topics if topic not in self._choices))
        self._tell()
