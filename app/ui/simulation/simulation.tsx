import { Link } from '@remix-run/react'
import { formatMontant, type Montant } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import {
  type Agregat,
  type LettreDeScenario,
  LETTRES_DE_SCENARIO,
  type ObjetDeSimulation,
} from '#domain/simulation/scenario'
import { SCORE_AIDE } from '#libelles/notation/notation'
import { ARRONDIS, direSansScore } from '#libelles/simulation/simulation'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageHeader } from '#ui/kit/page-header'
import { Comparaison, type LigneComparee } from '#ui/simulation/comparaison'
import { Groupes } from '#ui/simulation/groupes'
import { Scenario, type ScenarioVu } from '#ui/simulation/scenario-form'
import css from '#ui/simulation/simulation.module.css'

type Props = {
  objet: ObjetDeSimulation
  objetId: string
  nom: string
  retour: string
  /** What is proposed may still change: the list of the séance is not frozen. */
  ouverte: boolean
  gauche: LettreDeScenario
  droite: LettreDeScenario
  /** How many dossiers are left out: an unfavourable opinion, or nothing proposed. */
  ecartes: number
  sansJeunes: number
  /** How many have no rendered lecture. */
  sansScore: number
  demandeCents: Montant
  lignes: readonly LigneComparee[]
  scenarios: readonly ScenarioVu[]
  groupes: { genre: Agregat[]; territoire: Agregat[]; pays: Agregat[] }
  peutRegler: boolean
  reponse: Reponse | undefined
}

/** Scenarios of one enveloppe: what each gives, then two of them beside each other. */
export function Simulation({ objet, objetId, nom, retour, lignes, scenarios, gauche, droite, ...page }: Props) {
  const { ouverte, ecartes, sansJeunes, sansScore, demandeCents, groupes, peutRegler, reponse } = page
  const cle = `${objet}/${objetId}`
  const version = scenarios.find(({ lettre }) => lettre === gauche)?.version ?? 0
  const lettres = [gauche, droite] as const
  return (
    <>
      <Link to={retour}>{objet === 'seance' ? 'Retour à la séance' : 'Toutes les séances'}</Link>
      <PageHeader
        titre="Simulation"
        sousTitre={`${nom} · ${compter(lignes.length, 'dossier')}, ${formatMontant(demandeCents)} demandés`}
      />
      <FormErreur reponse={reponse} />
      <p className={css.dit}>
        {ARRONDIS} {SCORE_AIDE} {sansScore > 0 && `${direSansScore(sansScore)} `}
        {objet === 'seance'
          ? 'L’ordre de priorité est celui de la liste.'
          : 'L’ordre de priorité est celui des dépôts.'}{' '}
        {ecartes > 0 &&
          `${compter(ecartes, 'dossier laissé de côté', 'dossiers laissés de côté')}\u00a0: avis défavorable, ou rien de proposé. `}
        {sansJeunes > 0 && `${compter(sansJeunes, 'dossier')} sans nombre de jeunes connu. `}
        {!ouverte && 'La liste de la séance est arrêtée\u00a0: ces scénarios ne peuvent plus devenir des propositions.'}
      </p>
      {lignes.length === 0 ? (
        <p>Aucun dossier n’a de proposition à partager.</p>
      ) : (
        <>
          <div className={css.scenarios}>
            {scenarios.map((scenario) => (
              <Scenario key={scenario.lettre} {...{ cle, scenario, peutRegler, ouverte }} total={lignes.length} />
            ))}
          </div>
          <nav className={css.cotes} aria-label="Comparer deux scénarios">
            <span>Comparer{'\u00a0'}:</span>
            {LETTRES_DE_SCENARIO.map((lettre) => (
              <Cote
                key={lettre}
                dite={`Scénario ${lettre} à gauche`}
                choisi={lettre === gauche}
                vers={{ gauche: lettre, droite }}
              />
            ))}
            {LETTRES_DE_SCENARIO.map((lettre) => (
              <Cote
                key={lettre}
                dite={`Scénario ${lettre} à droite`}
                choisi={lettre === droite}
                vers={{ gauche, droite: lettre }}
              />
            ))}
          </nav>
          <p className={css.discret}>Les montants à la main sont ceux du scénario de gauche.</p>
          <section aria-labelledby="groupes">
            <h2 id="groupes">Par genre, territoire et pays</h2>
            <div className={css.groupes}>
              <Groupes titre="Genre" groupes={groupes.genre} lettres={lettres} />
              <Groupes titre="Territoire" groupes={groupes.territoire} lettres={lettres} />
              <Groupes titre="Pays" groupes={groupes.pays} lettres={lettres} />
            </div>
          </section>
          <Comparaison {...{ cle, gauche, droite, version, lignes, peutRegler }} />
        </>
      )}
    </>
  )
}

type PropsCote = { dite: string; choisi: boolean; vers: { gauche: LettreDeScenario; droite: LettreDeScenario } }

const Cote = ({ dite, choisi, vers }: PropsCote) =>
  choisi ? (
    <strong>{dite}</strong>
  ) : (
    <Link to={`?${new URLSearchParams(vers)}`} preventScrollReset>
      {dite}
    </Link>
  )
