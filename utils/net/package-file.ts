/** Reading data that lies in the package itself, for the pages that show it: what few open, nobody else loads. */
import { fail, ok, type Result } from '../model/problem.ts';

/** The JSON value of a file of the package, by its path from the root (`/packs/index.json`). Never rejects. */
export async function readPackageFile(path: `/${string}`): Promise<Result<unknown>> {
  try {
    const response = await fetch(path);
    return response.ok
      ? ok(await response.json())
      : fail('internal', { detail: `${path}: ${response.status}` });
  } catch (error) {
    return fail('internal', { detail: `${path}: ${error}` });
  }
}
