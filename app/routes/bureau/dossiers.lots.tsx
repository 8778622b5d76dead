import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ACTES_AU_CHOIX, LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import { compter } from '#domain/nombre'
import { phraseRetour } from '#libelles/journal/retours'
import { MOTS_ACTE_DE_LOT, phraseCourriels, verbeEtNombre } from '#libelles/lot-actes/acte-de-lot'
import { lotSansRefus, mesLots } from '#queries/lot-actes/page-lot-actes'
import { PageError } from '#ui/kit/page-error/page-error'
import { LotsListe } from '#ui/lot-actes/lots-liste'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { agentAction, agentLoader } from '#web/agent-route'
import { champsDeLotDuForm, champsRemplis } from '#web/champs-de-lot'
import { estUuid } from '#web/params'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Actes par lot – MCEI' }]

/** The lots of who is signed in: those under way and those that ended, found again. */
export const loader = agentLoader({ droit: 'dossier.lire' }, async ({ agent, deps }) => ({
  lots: await mesLots(deps.db, agent),
}))

const REFUS = {
  AUCUN_DOSSIER: 'Choisissez au moins un dossier.',
  TROP_DE_DOSSIERS: `Choisissez ${compter(LIGNES_MAX, 'dossier')} au plus à la fois.`,
} as const

const PreparerForm = sansVersion(
  'It makes a new lot, which is looked at before anything changes.',
  z.object({
    acteDeLot: z.enum(ACTES_AU_CHOIX),
    /** Ids separated by commas. */
    dossiers: z
      .string()
      .max(40 * LIGNES_MAX)
      .default(''),
    ...champsDeLotDuForm,
  }),
)

/** Prepares a lot from the bannette. One whose every line would change is sent from there; any other is shown on its page. */
export const action = agentAction(
  { form: PreparerForm, retour: () => '/dossiers', refus: 'toast' },
  async ({ agent, deps, now, form, refuser }) => {
    const dossierIds = form.dossiers.split(',').filter(estUuid)
    const answer = await preparerLot(deps, agent, { acte: form.acteDeLot, champs: champsRemplis(form), dossierIds })
    if (!answer.ok) return refuser(REFUS[answer.reason])
    const { lotId } = answer.value
    const pret = await lotSansRefus(deps.db, agent, { id: lotId, now })
    if (!pret) return redirect(`/dossiers/lots/${lotId}`)
    const { id, version, acte, lignes } = pret
    const dit = [phraseCourriels(pret), phraseRetour(MOTS_ACTE_DE_LOT[acte].retour)].join(' ')
    return { pret: { id, version, verbe: verbeEtNombre(acte, lignes), dit } }
  },
)

export default function Lots() {
  return <LotsListe {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
