import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import type { EtapeSeance } from '#domain/seance/seance'
import type { Vote } from '#domain/seance/vote'
import { libelleMotif } from '#libelles/dossier/dossier'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { LIBELLE_VOTE } from '#libelles/seance/seance'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { champDuRang, useGlisser } from '#ui/seance/glisser'
import css from '#ui/seance/seance.module.css'

export type LigneVue = {
  id: string
  rang: number
  version: number
  numero: string
  objet: string
  structure: string
  commune: string
  montantDemandeCents: bigint
  avis: keyof typeof LIBELLE_AVIS_PROPOSITION | null
  proposeCents: bigint | null
  vote: Vote | null
  montantCents: bigint | null
  motif: string | null
  precision: string
  depassement: string
  presents: string
  notifiee: boolean
  /** When the decision made of this vote was reopened: it is over. */
  rouverteLe: Date | null
}

type Seance = { id: string; version: number; etape: EtapeSeance; lignes: readonly LigneVue[] }
type Props = Seance & { droits: { preparer: boolean; voter: boolean } }

const somme = (lignes: readonly LigneVue[], de: (ligne: LigneVue) => bigint | null) =>
  formatMontant(lignes.reduce((total, ligne) => total + (de(ligne) ?? 0n), 0n))

/** The list of a séance in its order, with its sums; what may be done of each line where it stands. */
export function SeanceListe({ lignes, droits, ...seance }: Props) {
  const glisser = useGlisser()
  const glisse = seance.etape === 'ORDRE_DU_JOUR' && droits.preparer
  const agit = glisse || (seance.etape === 'VOTES' && droits.voter)
  return (
    <section className={css.cadre} aria-label="Liste de la séance">
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Rang</th>
            <th scope="col">Dossier</th>
            <th scope="col" className={css.droite}>
              Demandé
            </th>
            <th scope="col" className={css.droite}>
              Proposé
            </th>
            <th scope="col">Vote</th>
            <th scope="col" className={css.droite}>
              Voté
            </th>
            {agit && (
              <th scope="col" className={css.actes}>
                Actes
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={ligne.id} {...(glisse && glisser.rangee(ligne))}>
              <td>
                {glisse && (
                  <span className={css.poignee} title="Glisser à sa place" aria-hidden {...glisser.poignee(ligne)}>
                    ↕
                  </span>
                )}
                {ligne.rang}
              </td>
              <td>
                <Link to={`/dossiers/${ligne.numero}`}>{ligne.numero}</Link> {ligne.objet}
                <br />
                {ligne.structure}
                {ligne.commune && `, ${ligne.commune}`}
              </td>
              <td className={css.droite}>{formatMontant(ligne.montantDemandeCents)}</td>
              <td className={css.droite}>
                {ligne.proposeCents === null ? 'Rien' : formatMontant(ligne.proposeCents)}
                <br />
                {ligne.avis && LIBELLE_AVIS_PROPOSITION[ligne.avis]}
              </td>
              <td>
                <VoteDit {...ligne} />
              </td>
              <td className={css.droite}>{ligne.montantCents !== null && formatMontant(ligne.montantCents)}</td>
              {agit && (
                <td className={css.actes}>
                  {seance.etape === 'ORDRE_DU_JOUR' ? (
                    <ActesDeListe seance={seance} ligne={ligne} />
                  ) : ligne.vote ? (
                    <Reprendre seance={seance} ligne={ligne} />
                  ) : (
                    <Link to={`?ligne=${ligne.id}`}>Saisir le vote</Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>Total</td>
            <td className={css.droite}>{somme(lignes, (une) => une.montantDemandeCents)}</td>
            <td className={css.droite}>{somme(lignes, (une) => une.proposeCents)}</td>
            <td />
            <td className={css.droite}>{somme(lignes, (une) => une.montantCents)}</td>
            {agit && <td className={css.actes} />}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const VoteDit = ({ vote, motif, precision, depassement, presents, notifiee, rouverteLe }: LigneVue) => (
  <>
    {vote ? LIBELLE_VOTE[vote] : 'À voter'}
    {notifiee && ' · notifié'}
    {rouverteLe && ` · décision rouverte le ${formatInstant(rouverteLe)}`}
    {motif && <div>{libelleMotif(motif)}</div>}
    {precision && <div>{precision}</div>}
    {depassement && (
      <div>
        Au-delà de l’enveloppe{'\u00a0'}: {depassement}
      </div>
    )}
    {presents && (
      <div>
        Présents{'\u00a0'}: {presents}
      </div>
    )}
  </>
)

type DeLigne = { seance: Pick<Seance, 'id' | 'version'>; ligne: LigneVue }

function ActesDeListe({ seance, ligne }: DeLigne) {
  const rang = useEnvoi<Reponse>({ nom: 'rangSeance', objet: ligne.id })
  const retrait = useEnvoi<Reponse>({ nom: 'retraitSeance', objet: ligne.id })
  const vise = (
    <>
      <input type="hidden" name="version" value={seance.version} />
      <input type="hidden" name="ligneId" value={ligne.id} />
    </>
  )
  return (
    <>
      <Formulaire envoi={rang} aria-label={`Rang du dossier ${ligne.numero}`} className={css.rang}>
        <FormErreur reponse={rang.data} />
        <input type="hidden" name="intent" value="deplacer" />
        {vise}
        <input
          key={ligne.rang}
          id={champDuRang(ligne.id)}
          name="rang"
          type="number"
          min={1}
          defaultValue={ligne.rang}
          aria-label={`Rang du dossier ${ligne.numero}`}
        />
        <button type="submit" disabled={rang.state !== 'idle'}>
          Placer
        </button>
      </Formulaire>
      <Formulaire envoi={retrait} aria-label={`Retirer le dossier ${ligne.numero}`}>
        <FormErreur reponse={retrait.data} />
        <input type="hidden" name="intent" value="retirer" />
        {vise}
        <button
          type="submit"
          disabled={retrait.state !== 'idle'}
          aria-label={`Retirer le dossier ${ligne.numero} de la liste`}
        >
          Retirer
        </button>
      </Formulaire>
    </>
  )
}

function Reprendre({ seance, ligne }: DeLigne) {
  const envoi = useEnvoi<Reponse>({ nom: 'voteRepris', objet: ligne.id })
  return (
    <Formulaire envoi={envoi} action={`/commissions/${seance.id}/votes`} aria-label={`Vote du dossier ${ligne.numero}`}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="reprendre" />
      <input type="hidden" name="version" value={ligne.version} />
      <input type="hidden" name="ligneId" value={ligne.id} />
      <button
        type="submit"
        disabled={envoi.state !== 'idle'}
        aria-label={`Reprendre le vote du dossier ${ligne.numero}`}
      >
        Reprendre le vote
      </button>
    </Formulaire>
  )
}
