import type { Bloc } from '#domain/campagne/texte-de-reglement'

/** The règlement as it was voted, under a title of the second rank; nothing where its text is not given. */
export const TexteDeReglement = ({ blocs }: { blocs: readonly Bloc[] }) =>
  blocs.map((bloc, rang) => <Partie key={rang} bloc={bloc} />)

function Partie({ bloc }: { bloc: Bloc }) {
  switch (bloc.sorte) {
    case 'TITRE':
      return <h3>{bloc.mots}</h3>
    case 'PARAGRAPHE':
      return <p>{bloc.mots}</p>
    case 'LISTE':
      return (
        <ul>
          {bloc.points.map((point, rang) => (
            <li key={rang}>{point}</li>
          ))}
        </ul>
      )
  }
}
