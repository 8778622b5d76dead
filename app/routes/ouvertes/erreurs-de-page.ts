import type { ActionFunctionArgs } from '@remix-run/node'
import { deps } from '#web/deps'
import { refuseOtherOrigin } from '#web/origin'
import { writeReport } from '#web/supervision/browser-error'

/** What broke in a browser, told by the page it broke in (#ui/kit/page-error/browser-error): answered by nothing. */
export async function action({ request }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  writeReport(await request.text(), deps.now())
  return new Response(null, { status: 204 })
}
