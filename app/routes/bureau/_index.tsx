import { Box, Button, Link as MuiLink, List, ListItem, ListItemText, Typography } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { compter } from '#domain/nombre'
import { formatJour, jourDeParis, toDate } from '#domain/temps/jour'
import { formatInstant } from '#libelles/temps'
import { motsDeSuspension } from '#libelles/courriel/echec-envoi'
import { envoisSuspendus } from '#queries/courriel/envois-suspendus'
import { EnvoisSuspendus } from '#ui/courriel/envois-suspendus'
import { fichiersInfectes } from '#queries/piece/fichiers-infectes'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { EcheancesProches } from '#ui/cadre/echeances-proches'
import { FichiersInfectes } from '#ui/cadre/fichiers-infectes'
import { CampagnesSansSignataire } from '#ui/campagne/campagnes-sans-signataire'
import { PageError } from '#ui/kit/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { Attentes, Enveloppes, Partie } from '#ui/cadre/tableau-de-bord'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Accueil – MCEI' }]

export const loader = agentLoader({ droit: 'dossier.lire' }, async ({ agent, deps, now }) => {
  const aujourdhui = jourDeParis(now)
  const [tableau, infectes, suspension] = await Promise.all([
    tableauDeBord(deps.db, toDate(aujourdhui)),
    fichiersInfectes(deps.db),
    envoisSuspendus(deps.db),
  ])
  return {
    prenom: agent.prenom,
    aujourdhui,
    infectes,
    suspension: suspension && { version: suspension.version, ...motsDeSuspension(suspension) },
    peutRelancer: hasDroit(agent, 'courriel.relancer'),
    peutRegler: hasDroit(agent, 'campagne.regler'),
    ...tableau,
  }
})

export default function Accueil() {
  const t = useLoaderData<typeof loader>()
  const vide = t.campagnes.every((c) => c.dossiers === 0) && t.preProjets === 0
  return (
    <>
      <PageHeader
        titre={`Bonjour ${t.prenom}`}
        sousTitre={`Nous sommes le ${formatJour(t.aujourdhui)}. Voici ce qui attend.`}
      />
      <EnvoisSuspendus suspension={t.suspension} peut={t.peutRelancer} />
      <FichiersInfectes {...t.infectes} />
      <CampagnesSansSignataire campagnes={t.sansSignataire} peutRegler={t.peutRegler} />
      {vide && (
        <Partie titre="Pour commencer">
          <Typography sx={{ mb: 1 }}>
            Aucun pré-projet ni dossier n’est encore enregistré. Importez l’extraction d’e-partenaire ou les courriels
            reçus.
          </Typography>
          <Button component={Link} to="/importer" variant="contained">
            Importer
          </Button>
        </Partie>
      )}
      <Partie titre="À faire">
        <Attentes
          attentes={[
            { n: t.preProjets, quoi: 'pré-projets à traiter', vers: '/pre-projets' },
            { n: t.dossiers.deposes, quoi: 'dossiers à contrôler', vers: '/dossiers?etat=DEPOSE' },
            { n: t.dossiers.incomplets, quoi: 'dossiers incomplets', vers: '/dossiers?etat=INCOMPLET' },
            { n: t.dossiers.complets, quoi: 'dossiers complets', vers: '/dossiers?etat=COMPLET' },
            { n: t.dossiers.enInstruction, quoi: 'dossiers en instruction', vers: '/dossiers?etat=EN_INSTRUCTION' },
            { n: t.courrielsRetenus, quoi: 'courriels retenus', vers: '/courriels?etat=RETENU', ton: 'alerte' },
            { n: t.courrielsNonRemis, quoi: 'courriels non remis', vers: '/courriels?etat=NON_REMIS', ton: 'alerte' },
            { n: t.courrielsEnEchec, quoi: 'courriels en échec', vers: '/courriels/echecs', ton: 'alerte' },
          ]}
        />
      </Partie>
      <Box sx={{ display: 'grid', gridTemplateColumns: { lg: '1fr 1fr' }, columnGap: 4 }}>
        <EcheancesProches echeances={t.echeances} aujourdhui={t.aujourdhui} />
        <Partie titre="Déverrouillages">
          {t.demandes === 0 ? (
            <Typography>Aucune demande en attente.</Typography>
          ) : (
            <MuiLink component={Link} to="/dossiers?vue=deverrouilles">
              {compter(t.demandes, 'demande attend', 'demandes attendent')} une réponse.
            </MuiLink>
          )}
          <List dense disablePadding>
            {t.deverrouillages.map(({ echeance, dossier }) => (
              <ListItem key={dossier.numero} disableGutters divider>
                <ListItemText
                  primary={
                    <MuiLink component={Link} to={`/dossiers/${dossier.numero}/deverrouillage`}>
                      {dossier.numero} · {dossier.objet}
                    </MuiLink>
                  }
                  secondary={`Ouvert à modification jusqu’au ${formatInstant(echeance)}`}
                />
              </ListItem>
            ))}
          </List>
        </Partie>
      </Box>
      <Partie titre="Enveloppes">
        <Enveloppes campagnes={t.campagnes} />
      </Partie>
    </>
  )
}

export { PageError as ErrorBoundary }
