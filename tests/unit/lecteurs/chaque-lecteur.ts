import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ConventionEcrite } from '#emails/convention-de-subvention'
import type { Lettre } from '#emails/lettre'
import type { Recapitulatif } from '#emails/recapitulatif'
import type { NomDeLecture } from '#lecteurs/entree'
import { lire } from '#lecteurs/lecteurs'
import { lireMessage } from './lecture-de-message'

/** What a reader answers: it has read, or it was ended. */
type Lue = { ok: boolean; reason?: string }

/** A file of this machine that holds these bytes, for as long as it is read. */
async function enFichier<T>(contenu: Buffer, faire: (chemin: string) => Promise<T>): Promise<T> {
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-essai-'))
  try {
    const chemin = path.join(dossier, 'pieces.zip')
    await writeFile(chemin, contenu)
    return await faire(chemin)
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}

const papier = (mots: string) => ({
  ...{ titre: mots.slice(0, 1_000), sousTitre: '', pied: '' },
  parties: [{ titre: 'Mots', blocs: [{ nature: 'TEXTE' as const, texte: mots }] }],
})

const lettre = (mots: string): Lettre => ({
  titre: mots.slice(0, 1_000),
  le: '2025-05-13',
  expediteur: ['Département'],
  destinataire: [mots.slice(0, 1_000)],
  ...{ lieuEtDate: '', references: [], objet: '', pied: '', signature: { qualite: '', nom: '' } },
  corps: [{ titre: null, blocs: [{ genre: 'citation', texte: mots }] }],
  suite: [],
})

const convention = (mots: string): ConventionEcrite => ({
  ...{ titre: mots.slice(0, 1_000), le: '2025-05-13', expediteur: ['Département'], objet: '', pied: '', corps: [] },
  fin: { titre: 'Signatures', blocs: [{ genre: 'citation', texte: mots }] },
  signatures: [{ pour: mots.slice(0, 1_000), qualite: '', nom: '' }],
})

const recapitulatif = (mots: string): Recapitulatif => ({
  ...{ titre: mots.slice(0, 1_000), le: '2025-05-13', expediteur: ['Département'], objet: '', pied: '' },
  parties: [{ titre: 'Mots', blocs: [{ genre: 'citation', texte: mots }] }],
})

const formulaireDe = (mots: string) => ({
  ...{ titre: mots.slice(0, 1_000), sousTitre: '', consignes: [] },
  parties: [
    {
      titre: 'Mots',
      questions: [{ nom: 'Description', aide: '', obligatoire: true, valeur: mots, long: true, choix: [] }],
    },
  ],
})

/** Each reader on these bytes, whatever they are, within so many milliseconds of processor: one more reader without its line does not compile. */
export const PAR_LECTEUR: Record<NomDeLecture, (contenu: Buffer, delaiMs: number) => Promise<Lue>> = {
  budget: (contenu, delaiMs) => lire('budget', { nom: 'x', contenu, feuille: null }, { delaiMs }),
  textePiece: (contenu, delaiMs) => lire('textePiece', { contenu }, { delaiMs }),
  pdfRecu: (contenu, delaiMs) => lire('pdfRecu', { contenu }, { delaiMs }),
  depotPiece: (contenu, delaiMs) => lire('depotPiece', { contenu }, { delaiMs }),
  apercu: (contenu, delaiMs) => lire('apercu', { nom: 'x', contenu }, { delaiMs }),
  image: async (contenu, delaiMs) => {
    const [entiere, page] = await Promise.all(
      [null, 1].map((une) => lire('image', { contenu, page: une, largeur: 800 }, { delaiMs })),
    )
    return entiere?.ok && page ? page : (entiere ?? { ok: false })
  },
  motsPlaces: (contenu, delaiMs) => lire('motsPlaces', { contenu }, { delaiMs }),
  papier: (contenu, delaiMs) => lire('papier', papier(contenu.toString('latin1')), { delaiMs }),
  lettre: (contenu, delaiMs) => lire('lettre', lettre(contenu.toString('latin1')), { delaiMs }),
  convention: (contenu, delaiMs) => lire('convention', convention(contenu.toString('latin1')), { delaiMs }),
  recapitulatif: (contenu, delaiMs) => lire('recapitulatif', recapitulatif(contenu.toString('latin1')), { delaiMs }),
  formulaire: async (contenu, delaiMs) => {
    const formulaire = formulaireDe(contenu.toString('latin1'))
    const [docx, pdf] = await Promise.all(
      (['docx', 'pdf'] as const).map((format) => lire('formulaire', { formulaire, format }, { delaiMs })),
    )
    return docx?.ok && pdf ? pdf : (docx ?? { ok: false })
  },
  html: (contenu, delaiMs) => lire('html', { html: contenu.toString('latin1') }, { delaiMs }),
  votes: (contenu, delaiMs) => lire('votes', { nom: 'x.xlsx', contenu }, { delaiMs }),
  versements: (contenu, delaiMs) => lire('versements', { nom: 'x.xlsx', contenu }, { delaiMs }),
  accuses: (contenu, delaiMs) => lire('accuses', { nom: 'x.xlsx', contenu }, { delaiMs }),
  listing: (contenu, delaiMs) => lire('listing', { nom: 'x.csv', contenu }, { delaiMs }),
  archive: (contenu, delaiMs) => enFichier(contenu, (chemin) => lire('archive', { chemin, nom: 'x' }, { delaiMs })),
  pieceDArchive: (contenu, delaiMs) =>
    enFichier(contenu, (chemin) => lire('pieceDArchive', { chemin, zip: null }, { delaiMs })),
  courriel: (contenu, delaiMs) => lireMessage(contenu, delaiMs),
}
