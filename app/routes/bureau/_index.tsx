import { Button, Typography } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { motsDeSuspension } from '#libelles/courriel/echec-envoi'
import { quiEstAbsent, remplacementsDe } from '#queries/absence/absences'
import { envoisSuspendus } from '#queries/courriel/envois-suspendus'
import { Remplacements } from '#ui/absence/remplacements'
import { EnvoisSuspendus } from '#ui/courriel/envois-suspendus'
import { fichiersInfectes } from '#queries/piece/fichiers-infectes'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { FichiersInfectes } from '#ui/cadre/fichiers-infectes'
import { CampagnesSansSignataire } from '#ui/campagne/campagnes-sans-signataire'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { Courriels, Demandes, Miens, Service } from '#ui/cadre/accueil'
import { Partie } from '#ui/cadre/tableau-de-bord'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Accueil – MCEI' }]

export const loader = agentLoader({ droit: 'dossier.lire' }, async ({ agent, deps, now }) => {
  const aujourdhui = jourDeParis(now)
  const [tableau, infectes, suspension, remplacements, absents] = await Promise.all([
    tableauDeBord(deps.db, { moi: agent.id, now }),
    fichiersInfectes(deps.db),
    envoisSuspendus(deps.db),
    remplacementsDe(deps.db, { moi: agent.id, now }),
    quiEstAbsent(deps.db, now),
  ])
  return {
    prenom: agent.prenom,
    aujourdhui,
    infectes,
    remplacements,
    absents,
    suspension: suspension && { version: suspension.version, ...motsDeSuspension(suspension) },
    peutRelancer: hasDroit(agent, 'courriel.relancer'),
    peutRegler: hasDroit(agent, 'campagne.regler'),
    ...tableau,
  }
})

export default function Accueil() {
  const t = useLoaderData<typeof loader>()
  const { tuiles: nombres, aujourdhui } = t
  return (
    <>
      <PageHeader
        titre={`Bonjour ${t.prenom}`}
        sousTitre={`Nous sommes le ${formatJour(aujourdhui)}. Voici ce qui attend.`}
      />
      <EnvoisSuspendus suspension={t.suspension} peut={t.peutRelancer} />
      <FichiersInfectes {...t.infectes} />
      <CampagnesSansSignataire campagnes={t.sansSignataire} peutRegler={t.peutRegler} />
      {t.vide && (
        <Partie titre="Pour commencer">
          <Typography sx={{ mb: 1 }}>
            Aucun pré-projet ni dossier n’est encore enregistré. Importez l’extraction d’e-partenaire ou les courriels
            reçus.
          </Typography>
          <Button component={Link} to="/importer" variant="contained">
            Importer
          </Button>{' '}
          <Button component={Link} to="/decouvrir">
            Découvrir l’application
          </Button>
        </Partie>
      )}
      <Remplacements remplacements={t.remplacements} />
      <Miens nombres={nombres} aujourdhui={aujourdhui} miens={t.miens} fichesMiennes={t.fichesMiennes} />
      <Demandes nombres={nombres} questions={t.questions} mentions={t.mentions} />
      <Courriels nombres={nombres} aVenir={t.aVenir} />
      <Service
        {...{ nombres, aujourdhui, echeances: t.echeances, deverrouillages: t.deverrouillages }}
        charge={t.charge}
        absents={t.absents}
        campagnes={t.campagnes}
      />
    </>
  )
}

export { PageError as ErrorBoundary }
