import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PROVENANCES } from '#domain/pre-projet/saisie'
import { jourDeParis } from '#domain/temps/jour'
import { LIBELLE_REFUS_FICHE } from '#libelles/pre-projet/saisie'
import { campagnesQuiPrennent } from '#queries/campagne/campagnes'
import { ficheACopier } from '#queries/pre-projet/fiche-a-copier'
import { FicheNouvelle } from '#ui/pre-projet/fiche-nouvelle'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { type RefusFiche, saisirFiche } from '#usecases/pre-projet/saisir-fiche'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Saisir une fiche – MCEI' }]

export const loader = agentLoader(
  { droit: 'pre-projet.examiner', search: z.object({ copie: z.uuid().nullable().catch(null) }) },
  async ({ deps, now, search }) => {
    const [campagnes, copie] = await Promise.all([campagnesQuiPrennent(deps.db), ficheACopier(deps.db, search.copie)])
    return { campagnes, copie, aujourdhui: jourDeParis(now) }
  },
)

const texte = z.string().max(300, 'Raccourcissez\u00a0: 300 caractères au plus.').default('')

const SaisieForm = sansVersion(
  'It makes a new fiche.',
  z.object({
    structure: texte,
    titre: texte,
    courriel: texte,
    recueLe: jourDuForm('Donnez le jour où la fiche est arrivée.'),
    provenance: z.enum(PROVENANCES, 'Dites comment la fiche est arrivée.'),
    campagne: z.string('Choisissez la campagne.').max(40),
    copieDe: z.uuid().optional(),
  }),
)

/** The field that a refusal is said at; any other is said on top. */
const CHAMP_REFUSE: Partial<Record<RefusFiche, string>> = {
  STRUCTURE_MANQUANTE: 'structure',
  COURRIEL_INVALIDE: 'courriel',
  JOUR_A_VENIR: 'recueLe',
  CAMPAGNE_INCONNUE: 'campagne',
  CAMPAGNE_NON_OUVERTE: 'campagne',
}

/** Opens the fiche, then its page, where its fields are typed. */
export const action = agentAction({ form: SaisieForm }, async ({ agent, deps, form, refuser }) => {
  const { structure, titre, courriel, copieDe = null, ...reste } = form
  const answer = await saisirFiche(deps, agent, { ...reste, copieDe, textes: { structure, titre, courriel } })
  if (!answer.ok) return refuser(LIBELLE_REFUS_FICHE[answer.reason], CHAMP_REFUSE[answer.reason])
  return redirectWithToast(`/pre-projets/${answer.value.preProjetId}`, {
    texte: 'La fiche est ouverte\u00a0: complétez ses champs.',
    genre: 'success',
  })
})

export default function NouvelleFiche() {
  const { campagnes, copie, aujourdhui } = useLoaderData<typeof loader>()
  return (
    <>
      <RetourBannette bannette="/pre-projets" texte="Retour aux pré-projets" />
      <PageHeader
        titre="Saisir une fiche"
        sousTitre="Pour une fiche arrivée sur papier ou donnée par téléphone. Aucun courriel ne part."
      />
      <FicheNouvelle key={copie?.id} {...{ campagnes, copie, aujourdhui }} />
    </>
  )
}

export { PageError as ErrorBoundary }
