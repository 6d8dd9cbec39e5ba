import { dynamo } from '#functions/_shell/clients';
import { makeDynamoMandates } from '#shared/adapters/dynamodb/mandates';
import { type PowersPorts, makeAgents } from '#shared/flow/mandate/powers';

/** Who may receive documents for another by a mandate. */
export function agentsIn(
  { MANDATES_TABLE }: { readonly MANDATES_TABLE: string },
  ports: Omit<PowersPorts, 'people' | 'mandates'>,
) {
  return makeAgents({ ...ports, mandates: makeDynamoMandates({ client: dynamo(), tableName: MANDATES_TABLE }) });
}
