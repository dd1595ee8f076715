"""What can be wrong with a code, a signature or another site's key, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "CodeFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # The code on a sheet ------------------------------------------------------------------------------------------
    "code.not_ours": QT_TRANSLATE_NOOP("CodeFaults", "This code is not that of a needs assessment from this program."),
    "code.newer": QT_TRANSLATE_NOOP(
        "CodeFaults", "The code was printed by a newer version of this program. Update this one first."
    ),
    "code.damaged": QT_TRANSLATE_NOOP(
        "CodeFaults", "The code on the sheet does not make sense. Take in the PDF, or type from the paper."
    ),
    "code.too_large": QT_TRANSLATE_NOOP(
        "CodeFaults", "This form has more boxes than a code has room for. The PDF carries everything."
    ),
    "code.another_form": QT_TRANSLATE_NOOP(
        "CodeFaults", "The sheet is on a form that is not known here. Take in the PDF, or ask for the form."
    ),
    "code.back_page": QT_TRANSLATE_NOOP(
        "CodeFaults", "This is the code of a back page. The answers are in the code on the front page."
    ),
    "code.front_missing": QT_TRANSLATE_NOOP(
        "CodeFaults", "This is a back page alone. The answers are on the front page of the sheet: read that one too."
    ),
    "code.missing": QT_TRANSLATE_NOOP(
        "CodeFaults",
        "No code of a front page was found. A scan: once more at 300 dpi, flat and whole. Other papers, such as a plan,"
        " have none.",
    ),
    "code.altered": QT_TRANSLATE_NOOP(
        "CodeFaults", "The code was altered after the sheet was signed, or it is forged. Ask the sender for the sheet."
    ),
    # Scans and photographs ----------------------------------------------------------------------------------------
    "image.unreadable": QT_TRANSLATE_NOOP(
        "CodeFaults", "The file is no PDF, no picture (PNG, JPEG, TIFF) and no FHIR Bundle that can be read."
    ),
    "image.too_large": QT_TRANSLATE_NOOP(
        "CodeFaults", "The picture has more than {megapixels} megapixels. Scan the page at 300 dpi."
    ),
    "image.too_many_pages": QT_TRANSLATE_NOOP(
        "CodeFaults", "The file has more than {most} pages. Take them in as several files."
    ),
    # The camera ---------------------------------------------------------------------------------------------------
    "camera.missing": QT_TRANSLATE_NOOP(
        "CodeFaults", "No camera was found, or another program is using it. Try another camera, or scan the page."
    ),
    "camera.lost": QT_TRANSLATE_NOOP(
        "CodeFaults", "The camera shows nothing any more. Try again, or scan the page. What was read is still here."
    ),
    # Signatures ---------------------------------------------------------------------------------------------------
    "bundle.signature": QT_TRANSLATE_NOOP(
        "CodeFaults", "The signature in the file does not hold. Ask the sender for the file again."
    ),
    # Other sites --------------------------------------------------------------------------------------------------
    "site_card.refused": QT_TRANSLATE_NOOP(
        "CodeFaults", "This file is not a site's key, or it was damaged on the way. Ask for it again."
    ),
    "site_card.own": QT_TRANSLATE_NOOP("CodeFaults", "This is your own site's key. It counts here already."),
    "site_card.saved": QT_TRANSLATE_NOOP(
        "CodeFaults", "Your key is saved as a file. Send it, and compare the figures by telephone."
    ),
    "site_card.compare_first": QT_TRANSLATE_NOOP(
        "CodeFaults", "Compare the figures by telephone first, and set the tick when they are the same."
    ),
    "site_card.unknown": QT_TRANSLATE_NOOP("CodeFaults", "This site was withdrawn already."),
}
