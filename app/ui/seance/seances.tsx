import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import type { EtapeSeance } from '#domain/seance/seance'
import { formatJour, type Jour } from '#domain/temps/jour'
import { LIBELLE_ETAPE_SEANCE, nomDeSeance } from '#libelles/seance/seance'
import css from '#ui/seance/seance.module.css'

type Seance = {
  id: string
  jour: Jour
  cloture: Jour
  intitule: string
  etape: EtapeSeance
  numero: string | null
  lignes: number
  proposeCents: bigint
  voteCents: bigint
}

type Props = { titre: string; seances: readonly Seance[]; vide: string }

/** Meetings of the Commission permanente, each with what its list holds. */
export const SeancesListe = ({ titre, seances, vide }: Props) => (
  <section aria-label={titre}>
    <h2>{titre}</h2>
    {seances.length === 0 ? (
      <p>{vide}</p>
    ) : (
      <div className={css.cadre}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Séance</th>
              <th scope="col">Où elle en est</th>
              <th scope="col">Dernier jour de la liste</th>
              <th scope="col">Dossiers</th>
              <th scope="col" className={css.droite}>
                Proposé
              </th>
              <th scope="col" className={css.droite}>
                Voté
              </th>
            </tr>
          </thead>
          <tbody>
            {seances.map((seance) => (
              <tr key={seance.id}>
                <td>
                  <Link to={`/commissions/${seance.id}`}>{nomDeSeance(seance)}</Link>
                </td>
                <td>
                  {LIBELLE_ETAPE_SEANCE[seance.etape]}
                  {seance.numero && ` (n°\u00a0${seance.numero})`}
                </td>
                <td>{formatJour(seance.cloture)}</td>
                <td>{compter(seance.lignes, 'dossier')}</td>
                <td className={css.droite}>{formatMontant(seance.proposeCents)}</td>
                <td className={css.droite}>{formatMontant(seance.voteCents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)
