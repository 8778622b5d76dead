import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CAUSES_ECHEC } from '#domain/courriel/echec-envoi'
import { hasDroit } from '#domain/acces/droits'
import { compter } from '#domain/nombre'
import { LIBELLE_CAUSE, motsDeSuspension, phraseRelances, SUITE_CAUSE } from '#libelles/courriel/echec-envoi'
import { formatInstant } from '#libelles/temps'
import { courrielsEnEchec } from '#queries/courriel/courriels-en-echec'
import { envoisSuspendus } from '#queries/courriel/envois-suspendus'
import { Retour } from '#ui/kit/acte/retour'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { CourrielsEnEchec } from '#ui/courriel/courriels-en-echec'
import { EnvoisSuspendus } from '#ui/courriel/envois-suspendus'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { relancerCourriels } from '#usecases/courriel/relancer-courriels'
import { agentAction, agentLoader } from '#web/agent-route'
import { estUuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Courriels en échec – MCEI' }]

export const loader = agentLoader({ droit: 'courriel.lire' }, async ({ agent, deps, now }) => {
  const [groupes, suspension] = await Promise.all([courrielsEnEchec(deps.db), envoisSuspendus(deps.db)])
  return {
    vu: now.toISOString(),
    groupes: groupes.map(({ cause, nombre, lignes }) => ({
      cause,
      nombre,
      nom: LIBELLE_CAUSE[cause],
      suite: SUITE_CAUSE[cause],
      lignes: lignes.map(({ echecLe, ...ligne }) => ({ ...ligne, quand: echecLe ? formatInstant(echecLe) : '' })),
    })),
    suspension: suspension && { version: suspension.version, ...motsDeSuspension(suspension) },
    peut: hasDroit(agent, 'courriel.relancer'),
  }
})

const RenvoiForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('choisis'), vise: z.array(z.string()).default([]) }),
  z.object({ intent: z.literal('cause'), cause: z.enum(CAUSES_ECHEC), vu: z.iso.datetime() }),
])

const viseDe = (texte: string) => {
  const [courrielId = '', version = ''] = texte.split(':')
  return estUuid(courrielId) && /^\d+$/.test(version) ? [{ courrielId, version: Number(version) }] : []
}

/** Sends again the mails that are ticked, or all that failed for one cause when the page was made. */
export const action = agentAction(
  { form: RenvoiForm, retour: () => '/courriels/echecs', refus: 'toast' },
  async ({ agent, deps, form, retour, refuser }) => {
    const vises = form.intent === 'choisis' ? form.vise.flatMap(viseDe) : []
    if (form.intent === 'choisis' && vises.length === 0) return refuser('Cochez au moins un courriel à renvoyer.')
    const choix = form.intent === 'choisis' ? { vises } : { cause: form.cause, jusqua: new Date(form.vu) }
    const faits = await relancerCourriels(deps, agent, choix)
    return redirectWithToast(retour, { texte: phraseRelances(faits), genre: faits.relances > 0 ? 'success' : 'info' })
  },
)

export default function Echecs() {
  const { vu, groupes, suspension, peut } = useLoaderData<typeof loader>()
  const tous = groupes.reduce((somme, { nombre }) => somme + nombre, 0)
  return (
    <>
      <RetourBannette bannette="/courriels" texte="Retour aux courriels" />
      <PageHeader
        titre="Courriels en échec"
        sousTitre={tous === 0 ? 'Aucun courriel n’est en échec.' : `${compter(tous, 'courriel')}, par raison.`}
      />
      {peut && tous > 0 && <Retour de="relancerCourriels" verbe="Renvoyer" />}
      <EnvoisSuspendus suspension={suspension} peut={peut} />
      {groupes.map((groupe) => (
        <CourrielsEnEchec key={groupe.cause} {...groupe} vu={vu} peut={peut} />
      ))}
    </>
  )
}

export { PageError as ErrorBoundary }
