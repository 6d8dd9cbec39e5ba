import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { TENANT_TOOL_VARIABLES, outputNameOf } from '#shared/contracts/config/outputs';

const variables = z.record(z.string(), z.string());

/** Where the running local hub says how it is reached. */
export function runFile(dataFolder: string): string {
  return join(dataFolder, 'run.json');
}

/** Written by the runner at start, for tools on the same machine and for the same user. */
export function writeRunFile(dataFolder: string, environment: Readonly<Record<string, string>>): void {
  writeFileSync(runFile(dataFolder), JSON.stringify(environment), { mode: 0o600 });
}

/** The environment of the hub to work on: a deployed stage by its outputs, else the local hub that runs over a folder. */
export function environmentOf({
  dataFolder,
  outputs,
}: {
  readonly dataFolder: string;
  readonly outputs?: string;
}): Record<string, string> {
  return outputs === undefined ? localEnvironment(dataFolder) : deployedEnvironment(outputs);
}

function localEnvironment(dataFolder: string): Record<string, string> {
  const file = runFile(dataFolder);
  if (!existsSync(file))
    throw new Error(
      `no local hub runs over ${dataFolder}: start it with npm start, or name its folder with --data-dir`,
    );
  return variables.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** `cdk deploy --outputs-file` writes an object of outputs for each stack. */
function deployedEnvironment(file: string): Record<string, string> {
  const stacks = z.record(z.string(), variables).parse(JSON.parse(readFileSync(file, 'utf8')));
  const outputs = new Map(Object.values(stacks).flatMap((stack) => Object.entries(stack)));
  const found = TENANT_TOOL_VARIABLES.map((variable) => [variable, outputs.get(outputNameOf(variable))] as const);
  const missing = found.filter(([, value]) => value === undefined).map(([variable]) => outputNameOf(variable));
  if (missing.length > 0)
    throw new Error(`${file} has no output ${missing.join(', ')}: is it of cdk deploy --outputs-file?`);
  return Object.fromEntries(found.map(([variable, value]) => [variable, value ?? '']));
}
