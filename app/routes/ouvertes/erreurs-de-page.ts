import type { ActionFunctionArgs } from '@remix-run/node'
import { makeQuota, readReport } from '#web/supervision/browser-error'
import { deps } from '#web/deps'
import { logger } from '#infra/logger'
import { refuseOtherOrigin } from '#web/origin'

const mayWrite = makeQuota()

/** What broke in a browser, told by the page it broke in (#ui/kit/page-error/browser-error): written to the technical log, and answered by nothing. */
export async function action({ request }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  const report = readReport(await request.text())
  if (report && mayWrite(deps.now())) logger.error(report, 'a page broke in a browser')
  return new Response(null, { status: 204 })
}
