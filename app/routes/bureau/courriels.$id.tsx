import { Box, Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { estRelancable } from '#domain/courriel/courriel'
import { ditUneDecision } from '#domain/courriel/depart'
import { compter } from '#domain/nombre'
import { hasDroit } from '#domain/acces/droits'
import { LIBELLE_RETENUE } from '#libelles/courriel/courriel'
import { etatDit } from '#libelles/courriel/etat-dit'
import { formatInstant } from '#libelles/temps'
import { pageCourriel } from '#queries/courriel/page-courriel'
import { repriseDossier } from '#queries/dossier/reprise-dossier'
import { Retour } from '#ui/kit/acte/retour'
import { DecisionReprise } from '#ui/dossier/decision-reprise'
import { nomModele } from '#ui/bannette/table/colonnes-courriels'
import { CourrielApercu } from '#ui/courriel/courriel-apercu'
import { CourrielEchec } from '#ui/courriel/courriel-echec'
import { CourrielDepart } from '#ui/courriel/courriel-depart'
import { CourrielRelance } from '#ui/courriel/courriel-relance'
import { CourrielRendu } from '#ui/courriel/courriel-rendu'
import { CourrielVie, EtatOuPreuve } from '#ui/courriel/courriel-vie'
import { CourrielRetenu } from '#ui/courriel/courriel-retenu'
import { CourrielReponses } from '#ui/courriel-recu/courriel-reponses'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { relancerCourriel } from '#usecases/courriel/relancer-courriel'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { titreDe } from '#libelles/pre-projet/pre-projet'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.courriel.sujet ?? 'Courriel'} – MCEI` },
]

export const loader = agentLoader(
  { droit: 'courriel.lire', params: { id: uuid('courriel') } },
  async ({ agent, deps, now, params }) => {
    const courriel = await pageCourriel(deps.db, params.id)
    const decide = ditUneDecision(courriel) && hasDroit(agent, 'dossier.decider')
    return {
      courriel,
      reprise: decide && courriel.dossier ? await repriseDossier(deps.db, courriel.dossier.id, now) : null,
      peut: hasDroit(agent, 'courriel.relancer'),
      peutEcrire: hasDroit(agent, 'courriel.ecrire'),
    }
  },
)

const RelanceForm = z.object({ version: z.coerce.number().int().min(0) })

/** Asks for it again, and comes back to the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('courriel') }, form: RelanceForm, retour: ({ id }) => `/courriels/${id}`, refus: 'toast' },
  async ({ agent, deps, params, form: { version }, retour }) => {
    const answer = await relancerCourriel(deps, agent, { courrielId: params.id, version })
    if (!answer.ok)
      return redirectWithToast(retour, {
        texte: 'Ce courriel n’est plus en échec\u00a0: il n’y a rien à renvoyer.',
        genre: 'info',
      })
    const { retenu } = answer.value
    return retenu
      ? redirectWithToast(retour, { texte: `Le courriel est retenu. ${LIBELLE_RETENUE[retenu]}`, genre: 'warning' })
      : redirectWithToast(retour, { texte: 'Le courriel va repartir.', genre: 'success' })
  },
)

export default function Courriel() {
  const { courriel, reprise, peut, peutEcrire } = useLoaderData<typeof loader>()
  const { sujet, modele, etat, creeLe, envoyeLe, tentatives, dossier, preProjet } = courriel
  return (
    <>
      <RetourBannette bannette="/courriels" texte="Retour aux courriels" />
      <PageHeader
        titre={sujet}
        sousTitre={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
            <EtatOuPreuve etat={etat} preuve={courriel.preuve} />
            <span>{nomModele(modele)}</span>
            <span>écrit le {formatInstant(creeLe)}</span>
            {envoyeLe && <span>remis au relais le {formatInstant(envoyeLe)}</span>}
            {courriel.attendTourDepuis && <span>{etatDit(courriel)}</span>}
            {tentatives > 1 && <span>{compter(tentatives, 'essai')}</span>}
            {dossier?.numero && (
              <MuiLink component={Link} to={`/dossiers/${dossier.numero}`}>
                {dossier.numero} · {dossier.structure.nom}
              </MuiLink>
            )}
            {preProjet && (
              <MuiLink component={Link} to={`/pre-projets/${preProjet.id}`}>
                {titreDe(preProjet)}
              </MuiLink>
            )}
          </Box>
        }
        actes={peut && estRelancable(etat) && <CourrielRelance courriel={courriel} variant="contained" />}
      />
      {peut && estRelancable(etat) && <Retour de="relancerCourriel" verbe="Renvoyer" />}
      <CourrielEchec courriel={courriel} peut={peut} />
      {reprise && dossier && (
        <DecisionReprise adresse={`/dossiers/${dossier.numero}`} version={dossier.version} {...reprise} />
      )}
      <CourrielRendu courriel={courriel} peut={peutEcrire} />
      <CourrielRetenu courriel={courriel} peut={peutEcrire} />
      <CourrielDepart courriel={courriel} peut={peutEcrire} />
      <Box sx={{ maxWidth: 800 }}>
        <CourrielApercu courriel={courriel} hauteur="max(360px, 60vh)" />
      </Box>
      <CourrielVie courriel={courriel} entetes={courriel.entetes} />
      <CourrielReponses reponses={courriel.reponses} />
    </>
  )
}

export { PageError as ErrorBoundary }
