// Holds files against FHIR R4 with an independent validator: node validate.mjs FILE...
// Errors are printed and give exit status 1. A warning that a code is not in a value set is only counted: R4 binds
// those elements as examples or extensibly, and words of our own with no code of anybody's are what it then asks for.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Fhir } = createRequire(import.meta.url)("fhir");

const validator = new Fhir();
let faults = 0;
for (const file of process.argv.slice(2)) {
  const resource = JSON.parse(readFileSync(file, "utf-8"));
  const { messages } = validator.validate(resource, { errorOnUnexpected: true });
  const isLocalCode = ({ severity, message }) => severity === "warning" && message.endsWith("not found in value set");
  const found = messages.filter((entry) => entry.severity !== "info" && !isLocalCode(entry));
  for (const { severity, location, message } of found) {
    console.log(`${file}: ${severity}: ${location}: ${message}`);
  }
  const local = messages.filter(isLocalCode).length;
  console.log(`${file}: ${resource.resourceType}, ${found.length} faults, ${local} codes outside example value sets`);
  faults += found.length;
}
process.exit(faults ? 1 : 0);
