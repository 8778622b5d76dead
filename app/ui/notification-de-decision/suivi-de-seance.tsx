import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import type { Preuve } from '#domain/courriel/preuve'
import type { NatureDecision } from '#domain/dossier/decision'
import type { NotificationProuvee } from '#domain/notification-de-decision/notification-prouvee'
import type { SuiteNotification } from '#domain/notification-de-decision/suite-de-notification'
import { LIBELLE_PREUVE } from '#libelles/courriel/preuve'
import { phraseNotification } from '#libelles/notification-de-decision/notification-prouvee'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { MOTS_ROUVERTE, MOTS_SUITE } from '#libelles/notification-de-decision/suite-de-notification'
import { formatInstant } from '#libelles/temps'
import css from '#ui/seance/seance.module.css'

type Ligne = {
  numero: string
  objet: string
  structure: string
  nature: NatureDecision | null
  montantCents: bigint | null
  courriel: { id: string; destinataire: string; preuve: Preuve | null } | null
  prouvee: NotificationProuvee | null
  parCourrierDepuis: Date | null
  rouverteLe: Date | null
}

type Props = {
  total: number
  comptes: readonly { preuve: Preuve; n: number }[]
  parCourrier: number
  groupes: readonly { suite: SuiteNotification; lignes: readonly Ligne[] }[]
  reglees: readonly Ligne[]
  /** Whose decision was reopened: their vote is over. */
  rouvertes: readonly Ligne[]
}

/** The notifications of a séance: how many per word, those that are not proved with what comes next, then the others. */
export const Suivi = ({ total, comptes, parCourrier, groupes, reglees, rouvertes }: Props) => (
  <>
    <dl className={css.comptes} aria-label="Ce qui est prouvé">
      {comptes.map(({ preuve, n }) => (
        <div key={preuve}>
          <dt>{LIBELLE_PREUVE[preuve]}</dt>
          <dd>{n}</dd>
        </div>
      ))}
      <div>
        <dt>Notifiées par courrier</dt>
        <dd>{parCourrier}</dd>
      </div>
      <div>
        <dt>Réglées</dt>
        <dd>
          {reglees.length} sur {total}
        </dd>
      </div>
    </dl>
    {groupes.map(({ suite, lignes }) => (
      <Groupe key={suite} {...MOTS_SUITE[suite]} lignes={lignes} />
    ))}
    {reglees.length > 0 && <Groupe titre="Notification prouvée, ou réglée" quoi="" lignes={reglees} />}
    {rouvertes.length > 0 && <Groupe {...MOTS_ROUVERTE} lignes={rouvertes} />}
  </>
)

const Groupe = ({ titre, quoi, lignes }: { titre: string; quoi: string; lignes: readonly Ligne[] }) => (
  <section aria-label={titre} className={css.groupe}>
    <h2>
      {titre} ({lignes.length})
    </h2>
    {quoi && <p>{quoi}</p>}
    <ul>
      {lignes.map(
        ({ numero, objet, structure, nature, montantCents, courriel, prouvee, parCourrierDepuis, rouverteLe }) => (
          <li key={numero}>
            <Link to={`/dossiers/${numero}/decision`}>{numero}</Link> {objet} · {structure} ·{' '}
            {montantCents === null ? nature && LIBELLE_ETAT[nature] : formatMontant(montantCents)}
            {courriel && (
              <>
                {' · '}
                <Link to={`/courriels/${courriel.id}`} aria-label={`Courriel du dossier ${numero}`}>
                  {courriel.destinataire}
                </Link>
                {courriel.preuve && ` · ${LIBELLE_PREUVE[courriel.preuve]}`}
              </>
            )}
            {prouvee && ` · ${phraseNotification(prouvee)}`}
            {parCourrierDepuis && ` · par courrier depuis le ${formatInstant(parCourrierDepuis)}`}
            {rouverteLe && ` · décision rouverte le ${formatInstant(rouverteLe)}`}
          </li>
        ),
      )}
    </ul>
  </section>
)
