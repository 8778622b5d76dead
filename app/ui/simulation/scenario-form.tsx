import { Button } from '@mui/material'
import { useState } from 'react'
import { formatMontant, formatNombre, type Montant } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import { REGLES_DE_REPARTITION, type RegleDeRepartition } from '#domain/simulation/repartition'
import type { LettreDeScenario } from '#domain/simulation/scenario'
import { direSansAide, LIBELLE_REGLE, REGLE_DITE } from '#libelles/simulation/simulation'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/simulation/simulation.module.css'

export type ScenarioVu = {
  lettre: LettreDeScenario
  version: number
  regle: RegleDeRepartition
  enveloppeCents: Montant
  plafondParJeuneCents: Montant
  par: string
  /** How many amounts are given by hand. */
  fixes: number
  donneCents: Montant
  aides: number
}

type Props = { cle: string; scenario: ScenarioVu; total: number; peutRegler: boolean; ouverte: boolean }

/** One scenario: what it gives in all, how it shares, and its propositions. */
export function Scenario({ cle, scenario, total, peutRegler, ouverte }: Props) {
  const { lettre, regle, enveloppeCents, donneCents, aides, fixes, version, par } = scenario
  const reste = enveloppeCents - donneCents
  return (
    <section className={css.scenario} aria-labelledby={`scenario-${lettre}`}>
      <h2 id={`scenario-${lettre}`}>Scénario {lettre}</h2>
      <p>
        <strong>{formatMontant(donneCents)}</strong> pour {compter(aides, 'dossier')} sur {total}.{' '}
        {reste < 0n
          ? `L’enveloppe est dépassée de ${formatMontant(-reste)} par les montants donnés à la main.`
          : `Il reste ${formatMontant(reste)}.`}
        {fixes > 0 && ` ${compter(fixes, 'montant donné à la main', 'montants donnés à la main')}.`}
      </p>
      {peutRegler ? <Reglage key={version} cle={cle} scenario={scenario} /> : <p>{LIBELLE_REGLE[regle]}.</p>}
      {par && <p className={css.discret}>Réglé par {par}.</p>}
      {peutRegler && ouverte && version > 0 && <Figer {...{ cle, lettre, version }} sansAide={total - aides} />}
    </section>
  )
}

function Reglage({ cle, scenario }: Pick<Props, 'cle' | 'scenario'>) {
  const { lettre, version, enveloppeCents, plafondParJeuneCents } = scenario
  const envoi = useEnvoi<Reponse>({ nom: 'scenario', objet: `${cle}/${lettre}` })
  const [regle, setRegle] = useState<RegleDeRepartition>(scenario.regle)
  const champ = (nom: string) => {
    const refus = erreurDe(envoi.data, nom)
    return { id: `${nom}-${lettre}`, name: nom, error: Boolean(refus), helperText: refus }
  }
  return (
    <Formulaire envoi={envoi} ref={useFoyerDuRefus(envoi.data)} noValidate aria-label={`Régler le scénario ${lettre}`}>
      <FormErreur reponse={envoi.data} champs={['regle', 'enveloppe', 'plafondParJeune']} />
      <input type="hidden" name="intent" value="regler" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="lettre" value={lettre} />
      <div className={css.champs}>
        <ChampChoix
          label="Règle"
          {...champ('regle')}
          defaultValue={scenario.regle}
          onChange={({ target }) => setRegle(REGLES_DE_REPARTITION.find((une) => une === target.value) ?? regle)}
        >
          {REGLES_DE_REPARTITION.map((une) => (
            <option key={une} value={une}>
              {LIBELLE_REGLE[une]}
            </option>
          ))}
        </ChampChoix>
        <p className={css.discret}>{REGLE_DITE[regle]}</p>
        <ChampTexte label="Enveloppe (€)" {...champ('enveloppe')} defaultValue={formatNombre(enveloppeCents)} />
        {regle === 'PLAFOND_PAR_JEUNE' && (
          <ChampTexte
            label="Plafond par jeune (€)"
            {...champ('plafondParJeune')}
            defaultValue={plafondParJeuneCents > 0n ? formatNombre(plafondParJeuneCents) : ''}
          />
        )}
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          Calculer le scénario {lettre}
        </Button>
      </div>
    </Formulaire>
  )
}

type PropsFiger = { cle: string; lettre: LettreDeScenario; version: number; sansAide: number }

function Figer({ cle, lettre, version, sansAide }: PropsFiger) {
  const envoi = useEnvoi<Reponse>({ nom: 'scenario', objet: `${cle}/${lettre}/propositions` })
  return (
    <Formulaire envoi={envoi} aria-label={`Proposer le scénario ${lettre}`} className={css.figer}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="figer" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="lettre" value={lettre} />
      <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
        Proposer ces montants
      </Button>
      <span className={css.discret}>
        Vous verrez dossier par dossier ce qui changera avant de dire oui.{sansAide > 0 && ` ${direSansAide(sansAide)}`}
      </span>
    </Formulaire>
  )
}
