import { Link } from '@remix-run/react'
import type { Jour } from '#domain/temps/jour'
import { nomDeSeance } from '#libelles/seance/seance'
import css from '#ui/dossier/decision/decision-vote.module.css'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

/** The séance that is to vote on a dossier, or that voted on it. */
export type SeanceDuDossier = { seanceId: string; jour: Jour; intitule: string }

type Refus = (champ: string, aide?: string) => { error: boolean; helperText: string | undefined }

/** How a grant or a refusal is come by: the vote of a séance, the one the dossier is put to where there is one. */
export function DecisionParVote({ numero, seance }: { numero: string; seance: SeanceDuDossier | null }) {
  if (seance)
    return (
      <p className={css.mot}>
        Ce dossier est à la séance <Link to={`/commissions/${seance.seanceId}`}>{nomDeSeance(seance)}</Link>
        {'\u00a0'}: c’est son vote qui l’accorde ou le refuse.
      </p>
    )
  return (
    <p className={css.mot}>
      Une subvention s’accorde ou se refuse par un vote de la Commission permanente. D’ordinaire, le dossier passe par
      une séance{'\u00a0'}: <Link to={`/dossiers?vue=tous&q=${numero}`}>Mettre à une séance</Link> (choisissez-le dans
      la bannette, puis «{'\u00a0'}Inscrire à une séance{'\u00a0'}»).
    </p>
  )
}

/** The délibération of a vote that no séance kept here held: without it nothing is granted nor refused. */
export function ChampsDuVote({ refus }: { refus: Refus }) {
  return (
    <fieldset className={css.vote}>
      <legend>Le vote, si sa séance n’est pas tenue ici</legend>
      <ChampTexte
        name="deliberation"
        label="Numéro de la délibération"
        {...refus('deliberation', 'Tel qu’il figure sur l’acte\u00a0: le demandeur le lira.')}
      />
      <div className={css.jours}>
        <ChampDate name="voteLe" label="Jour du vote" {...refus('voteLe', 'JJ/MM/AAAA')} />
        <ChampDate
          name="executoireLe"
          label="Exécutoire depuis le"
          {...refus('executoireLe', 'Jour où la préfecture l’a reçue, JJ/MM/AAAA.')}
        />
      </div>
    </fieldset>
  )
}
