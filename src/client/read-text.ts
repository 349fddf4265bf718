import { badAnswer } from './http-error.ts';

/**
 * Reads UTF-8 text; stops at `limit` bytes, whatever `Content-Length` claimed.
 *
 * @throws MeError `BadAnswer`
 */
export async function readText(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    try {
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    } catch (cause) {
      throw badAnswer(response.status, cause);
    }
    size += value?.byteLength ?? 0;
    if (size > limit) throw badAnswer(response.status);
  }
}
