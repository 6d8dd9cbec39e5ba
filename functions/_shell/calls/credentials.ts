import { type Bound, anybody, bind } from '#functions/_shell/http-door';
import { reasonAnswer } from '#functions/_shell/refusals';
import { changePassword, getToken } from '#shared/contracts/suomifi/credentials';
import type { SystemCredentials } from '#shared/ports/system-credentials';

/** Sign-in and change of password. Wrong credentials are 400 here: clients drop a cached password on nothing else. */
export function credentialCalls(credentials: SystemCredentials): Bound[] {
  return [
    bind(getToken, anybody, async ({ body }) => {
      const signedIn = await credentials.signIn(body.username, body.password);
      if (!signedIn.ok) return reasonAnswer(400, 'Wrong username or password');
      const { accessToken, expiresIn } = signedIn.value;
      return { status: 200, json: { access_token: accessToken, expires_in: expiresIn, token_type: 'Bearer' } };
    }),
    bind(changePassword, anybody, async ({ body }) => {
      const changed = await credentials.changePassword(body);
      if (changed.ok) return { status: 200, json: {} };
      if (changed.refusal.kind === 'password-refused') return reasonAnswer(400, `newPassword: ${changed.refusal.rule}`);
      return reasonAnswer(
        400,
        changed.refusal.kind === 'token-invalid' ? 'accessToken: is not valid' : 'currentPassword: is wrong',
      );
    }),
  ];
}
