import type { Part } from './monde'

/** What the ids of an address are of: those of one person. */
type Ids = Omit<Part, 'qui'>
type Nom = keyof Ids

/** One sending of a form: the ids it bears, and how; `intent` where its route knows several. */
export type Envoi = {
  intent?: string
  /** The ids in the body or the headers. */
  porte: readonly Nom[]
  method?: 'PATCH' | 'DELETE' | 'HEAD' | 'GET'
  requete: (ids: Ids) => { corps?: URLSearchParams | FormData | string; entetes?: Record<string, string> }
}

const champs = (valeurs: Record<string, string>) => () => ({ corps: new URLSearchParams(valeurs) })
const simple = (valeurs: Record<string, string> = {}): Envoi => ({ porte: [], requete: champs(valeurs) })

const fichier = (code: string): Envoi => ({
  porte: [],
  requete: () => {
    const corps = new FormData()
    corps.set('code', code)
    corps.set('fichier', new File(['%PDF-1.4 rien'], 'Autre.pdf', { type: 'application/pdf' }))
    return { corps }
  },
})

const membres = (intent: string, porte: 'ouverture' | 'membre', valeurs: Record<string, string>): Envoi[] =>
  ['0', '99'].map((version) => ({
    ...{ intent, porte: [porte] },
    requete: (ids) => ({
      corps: new URLSearchParams({ ...valeurs, intent, version, [`${porte}Id`]: ids[porte] }),
    }),
  }))

const TUS = { 'Tus-Resumable': '1.0.0' }
const base64 = (texte: string) => Buffer.from(texte).toString('base64')

const annonce = (pour: 'demande' | 'dossier' | 'accorde', code: string): Envoi => ({
  porte: [pour],
  requete: (ids) => {
    const dits = { nom: 'RIB.pdf', code, sha256: 'b'.repeat(64), [pour === 'demande' ? pour : 'dossier']: ids[pour] }
    const metadata = Object.entries(dits).map(([nom, valeur]) => `${nom} ${base64(valeur)}`)
    return { entetes: { ...TUS, 'Upload-Length': '10', 'Upload-Metadata': metadata.join(',') } }
  },
})
const verbe = (method: 'PATCH' | 'DELETE' | 'HEAD' | 'GET', entetes = {}, corps?: string): Envoi => ({
  ...{ porte: [], method },
  requete: () => ({ entetes: { ...TUS, ...entetes }, ...(corps && { corps }) }),
})
const MORCEAU = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }

/** What every route that acts is sent, one whole sending for each thing that it may be asked. */
export const ENVOIS: Record<string, readonly Envoi[]> = {
  accueil: [
    {
      porte: ['structure'],
      requete: ({ structure }) => ({ corps: new URLSearchParams({ structureId: structure, texte: 'Notre nom.' }) }),
    },
  ],
  'demandes.nouvelle': [
    {
      porte: ['structure'],
      requete: ({ structure }) => ({ corps: new URLSearchParams({ structureId: structure, code: 'JUM-2027' }) }),
    },
  ],
  'demandes.$id.$etape': [
    simple({ base: '{}', voie: '4 rue des Lilas' }),
    simple({ base: '{}', voie: '4 rue des Lilas', vers: 'PROJET' }),
  ],
  'demandes.$id.aide': [
    { intent: 'demander', ...simple({ intent: 'demander' }) },
    { intent: 'fermer', ...simple({ intent: 'fermer' }) },
  ],
  'demandes.$id.certification': [
    simple({ base: '{}', version: '0', faitA: 'Lens', certifie: 'oui' }),
    simple({ base: '{}', version: '0', faitA: 'Lens', certifie: 'oui', valider: 'oui' }),
    simple({ base: '{}', version: '0', faitA: 'Lens', certifie: 'oui', valider: 'oui', redepot: 'oui' }),
  ],
  'demandes.$id.pieces': [fichier('RIB')],
  'demandes.$id.pieces_.$pieceId': [simple()],
  'demandes.$id.pieces_.detenue': [
    {
      porte: ['detenue'],
      requete: ({ detenue }) => ({ corps: new URLSearchParams({ code: 'STATUTS', detenueId: detenue }) }),
    },
  ],
  'demandes.$id.supprimer': [simple({ version: '0' }), simple({ version: '99' })],
  'dossiers.$id': [simple({ sections: 'BUDGET', texte: 'Nous voudrions corriger le budget de ce projet.' })],
  'dossiers.$id_.bilan': [simple({ base: '{}', participants: '24' }), simple({ base: '{}', vers: 'FICHIERS' })],
  'dossiers.$id_.bilan_.certification': [simple({ version: '0', certifie: 'oui' })],
  'dossiers.$id_.bilan_.fichiers': [fichier('COMPTE_RENDU_FINANCIER')],
  'dossiers.$id_.bilan_.fichiers_.$fichierId': [simple()],
  'dossiers.$id_.complements': [fichier('RIB')],
  'dossiers.$id_.retrait': [simple({ version: '0', confirme: 'oui', motif: '' })],
  'membres.$structureId': [
    ...membres('accepter', 'ouverture', { role: 'LECTEUR' }),
    ...membres('refuser', 'ouverture', { motif: 'Nous ne connaissons pas cette personne.' }),
    ...membres('retirer', 'membre', {}),
    ...membres('changerRole', 'membre', { role: 'LECTEUR' }),
  ],
  'relier-proconnect': [
    { intent: 'relier', ...simple({ intent: 'relier' }) },
    { intent: 'delier', ...simple({ intent: 'delier' }) },
    { intent: 'certifier', ...simple({ intent: 'certifier', siret: '74842491800039' }) },
  ],
  'second-facteur': [
    { intent: 'preparer', ...simple({ intent: 'preparer' }) },
    { intent: 'activer', ...simple({ intent: 'activer', code: '000000' }) },
    { intent: 'retirer', ...simple({ intent: 'retirer', code: '000000', motDePasse: 'inconnu' }) },
  ],
  sessions: [
    simple(),
    { porte: ['session'], requete: ({ session }) => ({ corps: new URLSearchParams({ cle: session }) }) },
  ],
  televersements: [annonce('demande', 'RIB'), annonce('dossier', 'RIB'), annonce('accorde', 'AUTRE_DU_BILAN')],
  'televersements_.$id': [
    verbe('HEAD'),
    verbe('GET'),
    verbe('PATCH', MORCEAU, '0123456789'),
    verbe('DELETE'),
    { porte: [], requete: () => ({ entetes: TUS }) },
  ],
  'televersements_.$id_.abandon': [simple()],
}

/** The ids that a page is narrowed by, after its `?`. */
export const RECHERCHES: Record<string, readonly Nom[]> = { accueil: ['structure'], 'demandes.nouvelle': ['structure'] }

/**
 * Acts on one's own thing that name a part of it: a part that is no more there is taken away already, and one of somebody else is answered as one that
 * nobody has.
 */
export const COMME_DEJA_PARTI: Record<string, readonly Nom[]> = {
  'demandes.$id.pieces_.$pieceId': ['piece', 'ajoutee'],
  'dossiers.$id_.bilan_.fichiers_.$fichierId': ['fichier'],
  sessions: ['session'],
}

/** What names nobody but whoever asks: no id of another structure can be put in it. */
export const SANS_AUTRUI = ['courriels', 'relier-proconnect', 'second-facteur']

const DU_BILAN = /^dossiers\.\$id_\.(bilan|lettre)/

/** What stands in each segment of an address. Undefined for a segment that nothing is known of. */
export type Place = (segment: string) => Nom | undefined

/** Each way in which the segments of this route are filled: a demande is one that is being filled in, then one that was opened again with a file beside it. */
export function placesDe(nom: string): [Place, ...Place[]] {
  const premiere: Place = (segment) => {
    if (segment === 'id' && nom.startsWith('demandes.')) return nom === 'demandes.$id.deposee' ? 'deposee' : 'demande'
    if (segment === 'id' && nom.startsWith('dossiers.')) return DU_BILAN.test(nom) ? 'accorde' : 'dossier'
    if (segment === 'id' && nom.startsWith('televersements')) return 'televersement'
    return ({ pieceId: 'piece', fichierId: 'fichier', structureId: 'structure' } as const)[segment]
  }
  const rouverte: Place = (segment) => {
    const quoi = premiere(segment)
    return quoi === 'demande' ? 'rouverte' : quoi === 'piece' ? 'ajoutee' : quoi
  }
  return premiere('id') === 'demande' ? [premiere, rouverte] : [premiere]
}

/** The values of the segments that are no id: every one of them. */
export const MOTS: Record<string, readonly string[]> = { etape: ['structure', 'projet'] }
