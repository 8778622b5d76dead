import { adresseDuBilan } from '#libelles/demandeur/adresses'
import { estARendre, phraseBilan, POURQUOI_UN_BILAN } from '#libelles/demandeur/bilan-du'
import css from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { Suivi } from '#ui/extranet/dossier-suivi/suivi'
import commun from '#ui/extranet/extranet.module.css'

type Props = { id: string; bilan: NonNullable<Suivi['bilan']> }

/** The bilan that a grant obliges to: where it stands, until when, and where it is given. */
export function BilanDu({ id, bilan }: Props) {
  const { motif, ici, ouvert, rendus } = bilan
  return (
    <section aria-labelledby="bilan">
      <h2 id="bilan">Le bilan de votre subvention</h2>
      <p>
        {phraseBilan(bilan)}
        {estARendre(bilan) && ` ${POURQUOI_UN_BILAN}`}
      </p>
      {motif && (
        <>
          <p>Ce que la mission vous demande de compléter{'\u00a0'}:</p>
          <blockquote className={css.mots}>{motif}</blockquote>
        </>
      )}
      {!ici && bilan.etat !== 'CONFORME' && (
        <p>Envoyez-le en répondant au courriel de la mission, ou là où la demande a été déposée.</p>
      )}
      {(ouvert || rendus > 0) && (
        <p>
          <LienDuDemandeur vers={adresseDuBilan(id)} className={commun.bouton}>
            {ouvert ? (motif ? 'Compléter le bilan' : 'Rendre le bilan') : 'Relire le bilan rendu'}
          </LienDuDemandeur>
        </p>
      )}
    </section>
  )
}
