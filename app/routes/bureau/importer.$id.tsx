import { Bandeau } from '#ui/kit/bandeau'
import { Button } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { compter } from '#domain/nombre'
import { enAttente } from '#domain/portail/lot-vues'
import { LIBELLE_REFUS_CONFIRMATION } from '#libelles/portail/lot'
import { pageLot, LotParams, TAILLE_LIGNES } from '#queries/portail/page-lot'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { LotApercu } from '#ui/portail/lot-apercu'
import { LotAvancement } from '#ui/portail/lot-avancement'
import { LotEntete } from '#ui/portail/lot-entete'
import { LotLignes } from '#ui/portail/lot-lignes'
import { confirmerLot, ecarterLot } from '#usecases/lot/confirmer-lot'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Import – MCEI' }]

export const loader = agentLoader(
  { droit: 'import.lire', params: { id: uuid('lot') }, search: LotParams },
  async ({ agent, deps, params, search }) => ({
    ...(await pageLot(deps.db, params.id, search)),
    taille: TAILLE_LIGNES,
    peutRepondre: hasDroit(agent, 'import.faire'),
  }),
)

const Reponses = z.object({
  version: z.number(),
  intention: z.enum(['confirmer', 'ecarter']),
  /** Without a yes, no mail leaves. */
  courriels: z.enum(['oui', 'non']).default('non'),
  absents: z.boolean().default(false),
})

/** Answers the preview of an import. */
export const action = agentAction(
  { params: { id: uuid('lot') }, form: Reponses },
  async ({ agent, deps, params: { id: lotId }, form, refuser }) => {
    const { version, intention, courriels, absents } = form
    if (intention === 'ecarter') {
      const answer = await ecarterLot(deps, agent, { lotId, version })
      if (!answer.ok) return refuser(LIBELLE_REFUS_CONFIRMATION[answer.reason])
      return redirectWithToast('/importer', { texte: 'Import abandonné\u00a0: rien n’a été importé.', genre: 'info' })
    }
    const answer = await confirmerLot(deps, agent, { lotId, version, absents, courriels: courriels === 'oui' })
    if (answer.ok || answer.reason === 'BASE_CHANGEE') {
      const texte = answer.ok ? 'L’import commence.' : LIBELLE_REFUS_CONFIRMATION[answer.reason]
      return redirectWithToast(`/importer/${lotId}`, { texte, genre: answer.ok ? 'success' : 'warning' })
    }
    return refuser(LIBELLE_REFUS_CONFIRMATION[answer.reason])
  },
)

export default function Lot() {
  const { lot, apercu, aTelecharger, peutRepondre, ...lignes } = useLoaderData<typeof loader>()
  const rienAMontrer = (enAttente(lot.etat) && lignes.total === 0) || apercu !== null || lot.etat === 'ECARTE'
  return (
    <>
      <PageHeader
        titre={lot.type === 'DEMANDES' ? 'Import de demandes' : 'Import de messages'}
        sousTitre={<LotEntete lot={lot} />}
        actes={
          <>
            {aTelecharger > 0 && (
              <Button variant="outlined" href={`/importer/${lot.id}/rejets`} download>
                Télécharger les rejets ({aTelecharger})
              </Button>
            )}
            <Button component={Link} to="/importer" variant="outlined">
              Autre import
            </Button>
          </>
        }
      />
      <LotAvancement {...lot} />
      {lot.erreur && <Bandeau severity="error">{lot.erreur}</Bandeau>}
      {lot.etat === 'ECARTE' && (
        <Bandeau severity="info">Cet import a été abandonné{'\u00a0'}: rien n’a été fait.</Bandeau>
      )}
      {apercu && <LotApercu {...{ apercu, lot, peutRepondre }} />}
      {lot.etat === 'TERMINE' && lot.type === 'DEMANDES' && (
        <Bandeau severity="info" marges="mb2">
          {lot.courriels === 0
            ? 'Aucun courriel n’est parti de cet import.'
            : `${compter(lot.courriels, 'courriel écrit', 'courriels écrits')} par cet import.`}
        </Bandeau>
      )}
      {lot.campagnesOuvertes.length > 0 && (
        <Bandeau severity="warning" marges="mb2">
          {lot.campagnesOuvertes.join(', ')}
          {'\u00a0'}: cette campagne n’existait pas. Elle a été ouverte avec les réglages par défaut, à vérifier.
        </Bandeau>
      )}
      {!rienAMontrer && <LotLignes {...lignes} corrige={peutRepondre && lot.etat === 'TERMINE' ? lot : null} />}
    </>
  )
}

export { PageError as ErrorBoundary }
