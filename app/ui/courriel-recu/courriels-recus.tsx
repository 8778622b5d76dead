import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import type { SuiteRecue, VueRecus } from '#domain/courriel-recu/suite'
import { Box, Link as Lien, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { compter, formatEntier } from '#domain/nombre'
import { LIBELLE_SUITE } from '#libelles/courriel-recu/courriel-recu'
import { LIBELLE_NATURE_RECUE } from '#libelles/portail/lot'
import { formatInstant } from '#libelles/temps'
import { FiltresBannette } from '#ui/bannette/filtre/filtres-bannette'
import { Annonce } from '#ui/kit/annonce'
import { PagesListe } from '#ui/kit/pages-liste'

type Recu = {
  id: string
  de: string
  deNom: string
  sujet: string
  nomFichier: string
  recuLe: Date
  nature: NatureRecue
  motifNature: string
  traiteLe: Date | null
  suite: SuiteRecue | null
}

type Props = {
  rows: Recu[]
  total: number
  comptes: Record<VueRecus, number>
  vue: VueRecus
  page: number
  taille: number
  q: string
}

const sansSoulignement = { textDecoration: 'none', px: 1.5, py: 1, display: 'inline-block', color: 'text.primary' }

const VIDE: Record<VueRecus, string> = {
  'a-repondre': 'Aucun message n’attend de réponse.',
  'a-classer': 'Tous les messages reçus sont rangés avec une fiche ou un dossier.',
  tous: 'Aucun message reçu pour l’instant.',
}

/** The two sides of the mail, as tabs that are links. */
export function SensCourriels({ sens }: { sens: 'envoyes' | 'recus' }) {
  return (
    <MenuFiltre
      nom="Sens des courriels"
      courant={sens}
      choix={[
        { cle: 'envoyes', vers: '/courriels', texte: 'Envoyés' },
        { cle: 'recus', vers: '/courriels?sens=recus', texte: 'Reçus' },
      ]}
    />
  )
}

type Un = { cle: string; vers: string; texte: string }

const MenuFiltre = ({ nom, courant, choix }: { nom: string; courant: string; choix: Un[] }) => (
  <Box component="nav" aria-label={nom} sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}>
    {choix.map(({ cle, vers, texte }) => (
      <Box
        key={cle}
        component={Link}
        to={vers}
        aria-current={cle === courant ? 'page' : undefined}
        sx={{
          ...sansSoulignement,
          fontWeight: cle === courant ? 700 : 400,
          borderBottom: 3,
          borderColor: cle === courant ? 'primary.main' : 'transparent',
        }}
      >
        {texte}
      </Box>
    ))}
  </Box>
)

/** The mails that reached the MCEI, each with what it is and why. */
export function CourrielsRecus({ rows, total, comptes, vue, page, taille, q }: Props) {
  const pages = Math.ceil(total / taille)
  const adresse = (autre: Record<string, string>) =>
    `?${new URLSearchParams({ sens: 'recus', ...(q && { q }), ...autre }).toString()}`
  return (
    <>
      <MenuFiltre
        nom="Messages reçus à voir"
        courant={vue}
        choix={[
          { cle: 'a-repondre', vers: adresse({}), texte: `À répondre (${formatEntier(comptes['a-repondre'])})` },
          {
            cle: 'a-classer',
            vers: adresse({ vue: 'a-classer' }),
            texte: `À classer (${formatEntier(comptes['a-classer'])})`,
          },
          { cle: 'tous', vers: adresse({ vue: 'tous' }), texte: `Tous (${formatEntier(comptes.tous)})` },
        ]}
      />
      <FiltresBannette choix={[]} valeurs={{ q }} recherche="Objet, expéditeur ou mots du message" />
      <Annonce texte={q === '' ? '' : compter(total, 'message trouvé', 'messages trouvés')} />
      {rows.length === 0 && (
        <Typography>{q !== '' ? `Aucun message de cette liste ne dit «\u00a0${q}\u00a0».` : VIDE[vue]}</Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.map((recu) => (
          <Ligne key={recu.id} recu={recu} />
        ))}
      </Box>
      <PagesListe page={page} pages={pages} adresse={(vers) => adresse({ vue, page: String(vers) })} />
    </>
  )
}

const Ligne = ({
  recu: { id, de, deNom, sujet, nomFichier, recuLe, nature, motifNature, traiteLe, suite },
}: {
  recu: Recu
}) => (
  <Box
    component="li"
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: '1fr', md: '180px 1fr 180px' },
      columnGap: 2,
      py: 1,
      borderBottom: 1,
      borderColor: 'divider',
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    }}
  >
    <Box component="span" sx={{ fontWeight: 600 }}>
      {traiteLe ? LIBELLE_NATURE_RECUE[nature] : 'À lire'}
      {suite && (
        <Box component="span" sx={{ display: 'block', fontWeight: suite === 'A_REPONDRE' ? 600 : 400 }}>
          {LIBELLE_SUITE[suite]}
        </Box>
      )}
    </Box>
    <Box>
      <Lien component={Link} to={`/courriels/recus/${id}`}>
        {sujet || nomFichier}
      </Lien>
      <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
        {[deNom || de, motifNature].filter(Boolean).join(' – ')}
      </Box>
    </Box>
    <Box component="time" dateTime={recuLe.toISOString()} sx={{ color: 'text.secondary' }}>
      {formatInstant(recuLe)}
    </Box>
  </Box>
)
