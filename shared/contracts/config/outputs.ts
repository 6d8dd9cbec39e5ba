import { credentialsConfig } from '#shared/contracts/config/credentials';

/** Variables the tool that admits authorities needs to reach a deployed hub: those of the door of sign-in. */
export const TENANT_TOOL_VARIABLES = Object.keys(credentialsConfig.shape);

/** What a deployed stage prints a variable as: `TENANTS_TABLE` as `TenantsTable`. */
export function outputNameOf(variable: string): string {
  return variable
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
