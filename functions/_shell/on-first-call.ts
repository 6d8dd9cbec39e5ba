/** Does what is loaded with the first call, so that a start does not load it. */
export function onFirstCall<Asked extends readonly unknown[], Answer>(
  load: () => Promise<(...asked: Asked) => Promise<Answer>>,
): (...asked: Asked) => Promise<Answer> {
  let loading: ReturnType<typeof load> | undefined;
  return async (...asked) => (await (loading ??= load()))(...asked);
}
