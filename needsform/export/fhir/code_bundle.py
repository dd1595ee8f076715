"""What codes alone tell, as FHIR: a collection with a QuestionnaireResponse for each front, without words or names."""

import json
from collections.abc import Sequence

from needsform.export.fhir.codes import ASSESSMENT
from needsform.export.fhir.response import written_items
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet_code import SheetCode


def code_bundle_json(fronts: Sequence[tuple[SheetCode, Questionnaire]]) -> bytes:
    """The answers of each code in the words of its form. Raises InputError as `SheetCode.response`.

    Whose they are is not in a code, so there is no `subject`; the words that a front may have stand on the paper.
    """
    entries = [{"resource": _response(code, form)} for code, form in fronts]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":")).encode()


def _response(code: SheetCode, form: Questionnaire) -> dict[str, object]:
    items = written_items(form, code.response(form), form.languages[0])
    resource: dict[str, object] = {
        "resourceType": "QuestionnaireResponse",
        "language": form.languages[0],
        "identifier": {"system": ASSESSMENT, "value": code.assessment_id},
        "questionnaire": f"{form.url}|{form.version}",
        "status": "completed" if code.revision == 1 else "amended",
        "authored": code.held_on.isoformat(),
    }
    if items:
        resource["item"] = [item.model_dump(mode="json", by_alias=True, exclude_none=True) for item in items]
    return resource
