"""What can stand in the way of a plan for rehabilitation, in words; `ui.messages` looks its sentences up here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "PlanFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    "plan.unknown": QT_TRANSLATE_NOOP("PlanFaults", "This plan is not in the store. Go back to the citizen."),
    "plan.changed_elsewhere": QT_TRANSLATE_NOOP(
        "PlanFaults", "The plan has been changed since it was opened here. Open it again before you write on."
    ),
    "plan.open_already": QT_TRANSLATE_NOOP(
        "PlanFaults", "The citizen has a plan that has not ended. Open that one, or end it first."
    ),
    "plan.ended": QT_TRANSLATE_NOOP("PlanFaults", "The plan has ended and stays as it was. A new plan can be made."),
    "plan.not_begun": QT_TRANSLATE_NOOP("PlanFaults", "The plan has not begun, so it cannot end. It can be removed."),
    "plan.begun": QT_TRANSLATE_NOOP("PlanFaults", "The plan has begun, so it is kept. It can be ended."),
    "plan.nothing_agreed": QT_TRANSLATE_NOOP("PlanFaults", "Write at least one goal or one offer first."),
    "plan.end_before_begin": QT_TRANSLATE_NOOP(
        "PlanFaults", "The plan cannot end before the day on which it begins. Put that day right first."
    ),
    "plan.end_to_come": QT_TRANSLATE_NOOP(
        "PlanFaults", "That day has not come yet. End the plan on the day on which it ends, or afterwards."
    ),
    "plan.told_to_come": QT_TRANSLATE_NOOP(
        "PlanFaults", "That day has not come yet. Write the day on which the GP was told."
    ),
    "action.reason_missing": QT_TRANSLATE_NOOP("PlanFaults", "Write why the action was dropped."),
    "call.open_already": QT_TRANSLATE_NOOP("PlanFaults", "A call to this citizen is on the list already."),
    "call.closed": QT_TRANSLATE_NOOP("PlanFaults", "The call has been made, or is not wanted any more."),
    "call.changed_elsewhere": QT_TRANSLATE_NOOP(
        "PlanFaults", "Somebody else has noted something about the call. Look at the list again."
    ),
    "call.day_missing": QT_TRANSLATE_NOOP("PlanFaults", "Write the day on which treatment ended."),
}
