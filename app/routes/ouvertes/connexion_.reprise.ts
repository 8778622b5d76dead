import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { phraseRefusConnexion } from '#libelles/acces'
import { seConnecter } from '#usecases/acces/se-connecter'
import { deps } from '#web/deps'
import { readForm } from '#web/form'
import { navigateurDe } from '#web/navigateur'
import { refuseOtherOrigin } from '#web/origin'
import { openSession } from '#web/session'

const RepriseForm = z.object({
  courriel: z.email('Saisissez une adresse mail.').max(254),
  motDePasse: z.string('Saisissez votre mot de passe.').max(200, 'Ce mot de passe est trop long.'),
})

export const loader = () => redirect('/connexion')

/** Signs in again over a page that stays: answers who is in, or why nobody is. */
export async function action({ request, context }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  const lu = await readForm(request, RepriseForm, ['motDePasse'])
  if (!lu.lue) return Response.json({ refus: lu.phrases.join(' ') })
  const ip = typeof context.ip === 'string' ? context.ip : 'inconnue'
  const navigateur = await navigateurDe(request)
  const answer = await seConnecter(deps, { ...lu.value, ip, navigateur: navigateur.id })
  if (!answer.ok) return Response.json({ refus: phraseRefusConnexion(answer.reason, answer.detail) })
  const { agentId } = answer.value
  return Response.json({ agentId }, { headers: { 'Set-Cookie': await openSession(agentId, request) } })
}
