import { Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type ChampReglement, CHAMPS, CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import { LIBELLE_REFUS_REGLEMENT } from '#libelles/campagne/campagne'
import { direDate } from '#libelles/campagne/effet-reglages'
import { formulaireReglement } from '#libelles/campagne/formulaire-reglement'
import { campagneSuivante } from '#queries/campagne/reglement-campagne'
import { CampagneNouvelle } from '#ui/campagne/campagne-nouvelle'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Nouvelle campagne – MCEI' }]

const DepuisParams = z.object({ depuis: z.string().max(60).catch('') })

/** What is asked before the yes: the days and the enveloppe; who signs, where nobody does yet. */
const demandes = (signataireComplet: boolean) =>
  CHAMPS_REGLEMENT.filter(
    (nom) =>
      CHAMPS[nom].groupe === 'CALENDRIER' ||
      nom === 'enveloppe' ||
      (!signataireComplet && CHAMPS[nom].groupe === 'SIGNATAIRE'),
  )

export const loader = agentLoader({ droit: 'campagne.regler', search: DepuisParams }, async ({ deps, search }) => {
  const { signataireComplet, avant, ...suivante } = await campagneSuivante(deps.db, search.depuis)
  const { groupes, genres } = formulaireReglement()
  const noms = demandes(signataireComplet)
  const champs = groupes
    .flatMap(({ champs: tous }) => tous)
    .filter(({ nom }) => noms.includes(nom))
    .map((champ) => ({
      ...champ,
      aide:
        CHAMPS[champ.nom].groupe === 'CALENDRIER' ? direDate(avant[champ.nom], suivante.saisie[champ.nom]) : champ.aide,
    }))
  return { ...suivante, champs, genres }
})

const champ = z.string().max(1_000, 'Raccourcissez\u00a0: 1\u00a0000 caractères au plus.').optional()

const NouvelleForm = z.object({
  depuis: z.string().max(60),
  version: z.coerce.number().int().min(0),
  ...(Object.fromEntries(demandes(false).map((nom) => [nom, champ])) as Partial<Record<ChampReglement, typeof champ>>),
})

export const action = agentAction(
  { form: NouvelleForm },
  async ({ agent, deps, form: { depuis, version, ...dits }, refuser }) => {
    // An emptied field is absent from a form: of what was asked, it says nothing.
    const { signataireComplet } = await campagneSuivante(deps.db, depuis)
    const saisie = Object.fromEntries(demandes(signataireComplet).map((nom) => [nom, dits[nom] ?? '']))
    const answer = await preparerCampagne(deps, agent, { depuis, version, saisie })
    if (answer.ok)
      return redirectWithToast(`/administration/campagnes/${answer.value.code}`, {
        texte: `${answer.value.code} est en préparation\u00a0: réglez-la, puis ouvrez-la.`,
        genre: 'success',
      })
    return answer.reason === 'DEJA_CREEE'
      ? refuser(`La campagne ${answer.detail ?? ''} existe déjà.`)
      : refuser(LIBELLE_REFUS_REGLEMENT[answer.reason], answer.detail)
  },
)

export default function NouvelleCampagne() {
  const { connue, ...suivante } = useLoaderData<typeof loader>()
  const reponse = useActionData<Reponse>()
  const { code, depuis } = suivante
  return (
    <>
      <PageHeader
        titre={`Préparer ${code}`}
        sousTitre={`D’après ${depuis}, chaque date un an plus tard. Elle ne prendra aucun dépôt avant d’être ouverte.`}
      />
      {connue ? (
        <p>
          Cette campagne existe déjà{'\u00a0'}:{' '}
          <MuiLink component={Link} to={`/administration/campagnes/${code}`}>
            voir {code}
          </MuiLink>
          .
        </p>
      ) : (
        <CampagneNouvelle {...suivante} reponse={reponse} />
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
