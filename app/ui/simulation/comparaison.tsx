import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { formatMontant, formatNombre, type Montant, somme } from '#domain/budget/montant'
import type { LettreDeScenario } from '#domain/simulation/scenario'
import { direMoyenne } from '#libelles/notation/notation'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/simulation/simulation.module.css'

export type LigneComparee = {
  id: string
  numero: string
  objet: string
  structure: string
  jeunes: number | null
  /** In hundredths of a point of 20; null where no lecture is rendered, or where one's own is to be rendered before. */
  score: number | null
  lectures: number
  demandeCents: Montant
  proposeCents: Montant
  gaucheCents: Montant
  droiteCents: Montant
  /** Given by hand in the scenario on the left; null where its rule says. */
  fixeCents: Montant | null
  fixeDroite: boolean
}

type Props = {
  cle: string
  gauche: LettreDeScenario
  droite: LettreDeScenario
  /** That of the scenario on the left. */
  version: number
  lignes: readonly LigneComparee[]
  peutRegler: boolean
}

const total = (lignes: readonly LigneComparee[], de: (ligne: LigneComparee) => Montant) =>
  formatMontant(somme(lignes.map(de)))

const ecart = ({ gaucheCents, droiteCents }: Pick<LigneComparee, 'gaucheCents' | 'droiteCents'>) => {
  const difference = droiteCents - gaucheCents
  return `${difference > 0n ? '+' : ''}${formatMontant(difference)}`
}

const direScoreDe = ({ score, lectures }: LigneComparee) =>
  score === null ? (lectures === 0 ? 'sans lecture' : 'après votre lecture') : direMoyenne(score, lectures)

/** The two scenarios line by line; what is written by hand is of the one on the left. */
export function Comparaison({ cle, gauche, droite, version, lignes, peutRegler }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'scenario', objet: `${cle}/${gauche}/main` })
  return (
    <section aria-labelledby="lignes">
      <h2 id="lignes">Dossier par dossier</h2>
      <Formulaire envoi={envoi} key={`${gauche}${version}`} aria-label={`Montants à la main du scénario ${gauche}`}>
        <FormErreur reponse={envoi.data} />
        <input type="hidden" name="intent" value="main" />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="lettre" value={gauche} />
        <div className={css.cadre}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Dossier</th>
                <th scope="col" className={css.droite}>
                  Jeunes
                </th>
                <th scope="col" className={css.droite}>
                  Score
                </th>
                <th scope="col" className={css.droite}>
                  Demandé
                </th>
                <th scope="col" className={css.droite}>
                  Proposé
                </th>
                <th scope="col" className={css.droite}>
                  Scénario {gauche}
                </th>
                {peutRegler && <th scope="col">{gauche}, à la main (€)</th>}
                <th scope="col" className={css.droite}>
                  Scénario {droite}
                </th>
                <th scope="col" className={css.droite}>
                  Écart
                </th>
              </tr>
            </thead>
            <tbody>
              {lignes.map((ligne, rang) => (
                <tr key={ligne.id}>
                  <td>
                    <Link to={`/dossiers/${ligne.numero}`}>{ligne.numero}</Link> {ligne.objet}
                    <br />
                    {ligne.structure}
                  </td>
                  <td className={css.droite}>{ligne.jeunes ?? 'inconnu'}</td>
                  <td className={css.droite}>{direScoreDe(ligne)}</td>
                  <td className={css.droite}>{formatMontant(ligne.demandeCents)}</td>
                  <td className={css.droite}>{formatMontant(ligne.proposeCents)}</td>
                  <td className={css.droite}>{formatMontant(ligne.gaucheCents)}</td>
                  {peutRegler && (
                    <td>
                      <input type="hidden" name={`dossiers[${rang}]`} value={ligne.id} />
                      <input
                        name={`montants[${rang}]`}
                        inputMode="decimal"
                        autoComplete="off"
                        className={css.main}
                        defaultValue={ligne.fixeCents === null ? '' : formatNombre(ligne.fixeCents)}
                        aria-label={`Montant à la main du dossier ${ligne.numero}`}
                      />
                    </td>
                  )}
                  <td className={css.droite}>
                    {formatMontant(ligne.droiteCents)}
                    {ligne.fixeDroite && <span className={css.discret}> à la main</span>}
                  </td>
                  <td className={css.droite}>{ecart(ligne)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  Total
                </th>
                <td className={css.droite}>{total(lignes, (une) => une.demandeCents)}</td>
                <td className={css.droite}>{total(lignes, (une) => une.proposeCents)}</td>
                <td className={css.droite}>{total(lignes, (une) => une.gaucheCents)}</td>
                {peutRegler && <td />}
                <td className={css.droite}>{total(lignes, (une) => une.droiteCents)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
        {peutRegler && (
          <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
            Garder les montants à la main du scénario {gauche}
          </Button>
        )}
      </Formulaire>
    </section>
  )
}
