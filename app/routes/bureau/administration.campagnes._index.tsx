import { Link as MuiLink, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { formatEntier } from '#domain/nombre'
import { formatJour, fromDate } from '#domain/temps/jour'
import { montantCourt } from '#libelles/budget/montant'
import { campagnes } from '#queries/campagne/campagnes'
import { PageError } from '#ui/kit/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Campagnes – MCEI' }]

export const loader = agentLoader({ droit: 'campagne.regler' }, async ({ agent, deps }) => ({
  campagnes: await campagnes(deps.db),
  peutVoirFiles: hasDroit(agent, 'files.voir'),
}))

export default function Campagnes() {
  const { campagnes: lignes, peutVoirFiles } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader titre="Campagnes" sousTitre="Dates, enveloppe, pièces demandées et signature des courriels." />
      {peutVoirFiles && (
        <p>
          <MuiLink component={Link} to="/administration/files">
            Fonctionnement de l’application
          </MuiLink>
        </p>
      )}
      {lignes.length === 0 ? (
        'Aucune campagne. La première s’ouvre avec le premier import.'
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label="Liste des campagnes">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>Campagne</TableCell>
                <TableCell>Ouverture</TableCell>
                <TableCell>Limite de dépôt</TableCell>
                <TableCell align="right">Enveloppe</TableCell>
                <TableCell align="right">Dossiers</TableCell>
                <TableCell>Pièces demandées</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {lignes.map((campagne) => (
                <TableRow key={campagne.code} hover>
                  <TableCell component="th" scope="row">
                    <MuiLink
                      component={Link}
                      to={`/administration/campagnes/${campagne.code}`}
                      sx={{ fontWeight: 600 }}
                    >
                      {campagne.code}
                    </MuiLink>
                    <div>{campagne.libelle}</div>
                  </TableCell>
                  <TableCell>{formatJour(fromDate(campagne.ouverteLe))}</TableCell>
                  <TableCell>{formatJour(fromDate(campagne.echeanceDepot))}</TableCell>
                  <TableCell align="right">
                    {campagne.enveloppeCents > 0n ? montantCourt(campagne.enveloppeCents) : 'non fixée'}
                  </TableCell>
                  <TableCell align="right">{formatEntier(campagne.dossiers)}</TableCell>
                  <TableCell>
                    <MuiLink
                      component={Link}
                      to={`/administration/campagnes/${campagne.code}/pieces`}
                      underline="always"
                    >
                      {campagne.enVigueur ? `version ${campagne.enVigueur.numero}` : 'aucune version publiée'}
                    </MuiLink>
                    {campagne.brouillon && ', une version en préparation'}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
