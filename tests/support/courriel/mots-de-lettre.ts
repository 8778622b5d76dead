import type { BlocDeLettre, Lettre } from '#emails/lettre'
import { texteDesFragments } from '#emails/mise-en-page'

/** A block of a letter in the words of a mail of plain text. */
export function mots(bloc: BlocDeLettre): string {
  switch (bloc.genre) {
    case 'paragraphe':
      return texteDesFragments(bloc.fragments)
    case 'liste':
      return bloc.elements.map((un) => `• ${texteDesFragments(un)}`).join('\n')
    case 'citation':
      return bloc.texte
    case 'tableau':
      return bloc.rangees.map((rangee) => rangee.join(' ')).join('\n')
  }
}

export const blocsDe = ({ corps, suite }: Lettre) => [...corps, ...suite].flatMap(({ blocs }) => blocs)
