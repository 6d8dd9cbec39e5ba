import type { Function } from 'aws-cdk-lib/aws-lambda';
import { gatewayAnswers } from '#infra/constructs/gateway-answers';
import type { HubFunction } from '#infra/constructs/hub-function';
import type { Operation } from '#shared/contracts/http/operation';

/** What the definition of the gateway says of a call besides its path, in the words of Swagger 2.0. */
export interface Method {
  readonly parameters?: readonly Parameter[];
  /** Only what the gateway itself has to know of; a function's answers pass as they are. */
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly 'x-amazon-apigateway-request-validator'?: string;
  readonly 'x-amazon-apigateway-integration': Readonly<Record<string, unknown>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'header' | 'path';
  readonly required: true;
  readonly type: 'string';
}

/** A door as the gateway sees it. */
export interface GatewayDoor {
  readonly door: HubFunction;
  readonly operations: readonly Operation[];
  /** How each of its calls is carried. */
  readonly method: Method;
  /** Top-level parts of the definition that its methods name. */
  readonly parts?: Readonly<Record<string, unknown>>;
  /** From where in the gateway its function is invoked, as an ARN of the gateway ends. */
  readonly invokedFrom: '*/*/*' | 'authorizers/*';
}

export interface DefinitionProps {
  readonly info: { readonly title: string; readonly description: string; readonly version: string };
  readonly doors: readonly GatewayDoor[];
  readonly settings: Readonly<Record<`x-amazon-apigateway-${string}`, unknown>>;
}

/**
 * All of the gateway as one document that API Gateway imports: every call of every door, and what the gateway answers
 * itself. An import replaces what was there, so nothing of the gateway may be said outside it.
 *
 * @see docs/adr/026-the-gateway-is-one-definition.md
 */
export function gatewayDefinition({ info, doors, settings }: DefinitionProps): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, Method>> = {};
  for (const { operations, method } of doors) {
    for (const call of operations) {
      paths[call.path] = { ...paths[call.path], [call.method.toLowerCase()]: withPathParameters(call, method) };
    }
  }
  return {
    swagger: '2.0',
    info,
    schemes: ['https'],
    paths,
    ...Object.fromEntries(doors.flatMap(({ parts = {} }) => Object.entries(parts))),
    'x-amazon-apigateway-gateway-responses': gatewayAnswers(),
    ...settings,
  };
}

function withPathParameters({ path }: Operation, method: Method): Method {
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => required('path', name));
  const parameters = [...inPath, ...(method.parameters ?? [])];
  return parameters.length === 0 ? method : { ...method, parameters };
}

/** A parameter without which the gateway lets no call through where a validator stands. */
export function required(where: Parameter['in'], name: string): Parameter {
  return { name, in: where, required: true, type: 'string' };
}

/** The address under which API Gateway invokes a function. */
export function invocationOf({ functionArn, stack }: Function, how: 'buffered' | 'streamed'): string {
  const path =
    how === 'streamed'
      ? `2021-11-15/functions/${functionArn}/response-streaming-invocations`
      : `2015-03-31/functions/${functionArn}/invocations`;
  return `arn:${stack.partition}:apigateway:${stack.region}:lambda:path/${path}`;
}
