// Opens the shipped Questionnaire in LHC-Forms, in a real browser, puts each response in and asks for it back:
// node lhc_forms.mjs BROWSER LFORMS_DIST QUESTIONNAIRE PICTURE BUNDLE...
// The answers that come back must be those that went in. Nothing outside this machine is asked.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const [browserPath, dist, questionnairePath, picture, ...bundles] = process.argv.slice(2);
const questionnaire = JSON.parse(readFileSync(questionnairePath, "utf-8"));

const SCRIPTS = ["assets/lib/zone.min.js", "runtime.js", "polyfills.js", "main.js"].map((name) => `webcomponent/${name}`);
const PAGE = `<!doctype html><html lang="da"><meta charset="utf-8"><link rel="stylesheet" href="/webcomponent/styles.css">
<body><div id="form"></div>
${SCRIPTS.map((source) => `<script src="/${source}"></script>`).join("\n")}
<script src="/fhir/R4/lformsFHIR.min.js"></script></body></html>`;
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".png": "image/png", ".ico": "image/x-icon" };

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  if (path === "/") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
    return;
  }
  try {
    const file = join(dist, path);
    statSync(file);
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(readFileSync(file));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

// What was answered, by linkId. LHC-Forms leaves out groups without answers and may add texts of its own.
function answers(items, found = {}) {
  for (const { linkId, answer = [], item = [] } of items ?? []) {
    if (answer.length) {
      found[linkId] = answer.map(({ item: nested, ...value }) => {
        answers(nested, found);
        return "valueCoding" in value ? { code: value.valueCoding.code } : value;
      });
    }
    answers(item, found);
  }
  return found;
}

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => globalThis.LForms?.Util?.addFormToPage && globalThis.LForms?.FHIR?.R4);
  for (const file of bundles) {
    const { entry } = JSON.parse(readFileSync(file, "utf-8"));
    const response = entry.map(({ resource }) => resource).find(({ resourceType }) => resourceType === "QuestionnaireResponse");
    const back = await page.evaluate(
      async ([form, given]) => {
        const { Util } = globalThis.LForms;
        const definition = Util.convertFHIRQuestionnaireToLForms(form, "R4");
        const filled = Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", given, definition, "R4");
        await Util.addFormToPage(filled, "form");
        return Util.getFormFHIRData("QuestionnaireResponse", "R4", document.getElementById("form"));
      },
      [questionnaire, response],
    );
    try {
      const before = answers(response.item);
      assert.deepEqual(answers(back.item), before);
      console.log(`${file}: ${Object.keys(before).length} answers shown and given back the same`);
    } catch (error) {
      faults += 1;
      console.log(`${file}: ${error.message}`);
    }
  }
  await page.screenshot({ path: picture });
  const version = await page.evaluate(() => globalThis.LForms.lformsVersion);
  console.log(`LHC-Forms ${version} in ${browser.browserType().name()} ${browser.version()}`);
  for (const complaint of complaints) {
    console.log(complaint);
  }
  faults += complaints.length;
} finally {
  await browser.close();
  server.close();
}
process.exit(faults ? 1 : 0);
