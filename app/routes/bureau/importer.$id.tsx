import { Alert, Button } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { enAttente } from '#domain/portail/lot-vues'
import { pageLot, LotParams, TAILLE_LIGNES } from '#queries/portail/page-lot'
import { LotAvancement } from '#ui/portail/lot-avancement'
import { LotEntete } from '#ui/portail/lot-entete'
import { LotLignes } from '#ui/portail/lot-lignes'
import { PageError } from '#ui/kit/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

export const meta: MetaFunction = () => [{ title: 'Import – MCEI' }]

export const loader = agentLoader(
  { droit: 'import.lire', params: { id: uuid('lot') }, search: LotParams },
  async ({ deps, params, search }) => ({ ...(await pageLot(deps.db, params.id, search)), taille: TAILLE_LIGNES }),
)

export default function Lot() {
  const { lot, aTelecharger, ...lignes } = useLoaderData<typeof loader>()
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
      {lot.erreur && <Alert severity="error">{lot.erreur}</Alert>}
      {lot.campagnesOuvertes.length > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {lot.campagnesOuvertes.join(', ')}
          {'\u00a0'}: cette campagne n’existait pas. Elle a été ouverte avec les réglages par défaut, à vérifier.
        </Alert>
      )}
      {!(enAttente(lot.etat) && lignes.total === 0) && <LotLignes {...lignes} etat={lot.etat} />}
    </>
  )
}

export { PageError as ErrorBoundary }
