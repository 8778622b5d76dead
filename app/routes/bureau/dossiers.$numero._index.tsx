import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { hasDroit } from '#domain/acces/droits'
import { phraseDepart } from '#libelles/seance/depart'
import { champsServiceDossier } from '#queries/champ-du-service/champs'
import { campagneDossier } from '#queries/dossier/campagne-dossier'
import { departDossier } from '#queries/dossier/depart-dossier'
import { syntheseDossier } from '#queries/dossier/synthese-dossier'
import { DossierAnomalies } from '#ui/dossier/dossier-anomalies'
import { DossierCampagne } from '#ui/dossier/dossier-campagne'
import { DossierSynthese } from '#ui/dossier/dossier-synthese'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

/** What the service notes of a dossier comes with the first one whose campagne asks for it. */
const ChampsDossier = lazy(() =>
  venir(() => import('#ui/champ-du-service/champs-dossier').then(({ ChampsDossier }) => ({ default: ChampsDossier }))),
)

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) => {
    const [synthese, campagne, service, depart] = await Promise.all([
      syntheseDossier(deps.db, dossier.id, deps.now()),
      campagneDossier(deps.db, dossier.id),
      champsServiceDossier(deps.db, dossier.id),
      departDossier(deps.db, dossier.id, deps.now()),
    ])
    const { adresse } = dossier
    const peut = hasDroit(agent, 'dossier.instruire')
    return {
      ...synthese,
      depart: depart && phraseDepart(depart),
      campagne: { ...campagne, adresse, peutChanger: peut },
      service: { ...service, adresse, peut },
    }
  },
)

export default function Synthese() {
  const { champs, anomalies, disparuLe, depart, campagne, service } = useLoaderData<typeof loader>()
  const montee = useMontee()
  return (
    <>
      <DossierAnomalies anomalies={anomalies} disparuLe={disparuLe} depart={depart} />
      <DossierCampagne {...campagne} />
      {montee && service.champs.length > 0 && (
        <Suspense>
          <ChampsDossier {...service} />
        </Suspense>
      )}
      <DossierSynthese champs={champs} anomalies={anomalies} />
    </>
  )
}
