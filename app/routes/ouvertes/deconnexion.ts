import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { refuseOtherOrigin } from '#web/origin'
import { closeSession } from '#web/session'

/** Leaving is a form, so that no link of another site can do it; the address alone goes home. */
export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  return redirect('/connexion', { headers: { 'Set-Cookie': await closeSession(request) } })
}
