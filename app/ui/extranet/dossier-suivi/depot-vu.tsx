import { adresseDuRecapitulatif, adresseDuSuivi } from '#libelles/demandeur/adresses'
import css from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'

/** What a part of a récapitulatif holds (#emails/recapitulatif). */
type Bloc =
  | { genre: 'tableau'; titres: readonly string[]; rangees: readonly (readonly string[])[] }
  | { genre: 'paragraphe' | 'citation'; texte: string }

type Props = { id: string; numero: string | null; parties: readonly { titre: string; blocs: readonly Bloc[] }[] }

/** What was deposited, as it was on that day: the words of its récapitulatif. */
export const DepotVu = ({ id, numero, parties }: Props) => (
  <>
    <p data-hors-papier>
      <LienDuDemandeur vers={adresseDuSuivi(id)}>Retour à la demande</LienDuDemandeur>
    </p>
    <h1>Ce que vous avez déposé{numero && `\u00a0: demande ${numero}`}</h1>
    <p data-hors-papier>
      <LienDuDemandeur vers={adresseDuRecapitulatif(id)} fichier>
        Imprimer le récapitulatif (PDF)
      </LienDuDemandeur>
      {' · '}
      <LienDuDemandeur vers={adresseDuRecapitulatif(id, { telecharger: true })} fichier>
        Télécharger le récapitulatif (PDF)
      </LienDuDemandeur>
    </p>
    {parties.map(({ titre, blocs }) => (
      <section key={titre}>
        <h2>{titre}</h2>
        {blocs.map((bloc, rang) => (
          <BlocVu key={rang} titre={titre} bloc={bloc} />
        ))}
      </section>
    ))}
  </>
)

function BlocVu({ titre, bloc }: { titre: string; bloc: Bloc }) {
  if ('texte' in bloc)
    return bloc.genre === 'citation' ? <blockquote className={css.mots}>{bloc.texte}</blockquote> : <p>{bloc.texte}</p>
  return (
    <table className={css.tableau} aria-label={titre}>
      <thead>
        <tr>
          {bloc.titres.map((un) => (
            <th key={un} scope="col">
              {un}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bloc.rangees.map((cellules, rang) => (
          <tr key={rang}>
            {cellules.map((cellule, colonne) => (
              <td key={bloc.titres[colonne]}>{cellule}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
