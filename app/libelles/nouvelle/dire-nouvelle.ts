import { raconter } from '#libelles/journal/recit-journal'
import { titreDe } from '#libelles/pre-projet/pre-projet'

type Ligne = {
  par: string
  acte: string
  detail: unknown
  numero: string | null
  objet: string | null
  fiche: string | null
  titre: string | null
}

/** What happened, in words: which dossier or fiche and its address, then who did what. A note is read where the notes are. */
export function direNouvelle({ par, acte, detail, numero, objet, fiche, titre }: Ligne) {
  const { phrase, precisions } = raconter({ acte, detail })
  return {
    vers: fiche ? `/pre-projets/${fiche}` : `/dossiers/${numero ?? ''}${acte.endsWith('Note') ? '/notes' : ''}`,
    quoi: fiche ? titreDe({ titre: titre ?? '' }) : `${numero ?? ''} · ${objet ?? ''}`,
    dit: [`${par}\u00a0: ${phrase}`, ...precisions].join(' · '),
  }
}
