import { Box, Button, Typography } from '@mui/material'
import { lireCas, type Resolue } from '#domain/campagne/exigence'
import type { Exigence } from '#domain/piece/completude'
import { type Genre, GENRES } from '#domain/structure/genre'
import { LIBELLE_SINON, phraseAVerifier, phraseExigence, phraseRegles } from '#libelles/campagne/exigence'
import { nomDePiece } from '#libelles/piece/piece'
import type { LigneExigences } from '#ui/campagne/exigences-matrice'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { OptionsDeGenre } from '#ui/kit/options-de-genre'

export type LigneApercu = Omit<LigneExigences, 'exigence'> & Resolue & { regle: Exigence }

const FAITS = [
  ['mineurs', 'Des mineurs participent'],
  ['renouvellement', 'Subvention l’année précédente'],
  ['signataire', 'Signataire autre que le représentant'],
] as const

type Props = { lignes: readonly LigneApercu[]; demandes: Record<string, string>; genre: Genre; version: string }

/** « Que demanderait-on à une commune ? »: the list with its reasons, for the facts that are given. */
export function ExigencesApercu({ lignes, demandes, genre, version }: Props) {
  return (
    <Box component="section" aria-label="Aperçu" sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ fontSize: '1.125rem', mb: 1 }}>
        {`Que demanderait-on\u00a0? (${version})`}
      </Typography>
      <FormulaireAdresse>
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(210px, 1fr))' },
            mb: 1.5,
          }}
        >
          <ChampChoix name="genre" label="À une structure de ce genre" defaultValue={genre}>
            <OptionsDeGenre genres={GENRES} />
          </ChampChoix>
          <ChampTexte name="montant" label="Montant demandé, en euros" defaultValue={demandes.montant ?? ''} />
          <ChampTexte name="participants" label="Participants" defaultValue={demandes.participants ?? ''} />
          <ChampTexte name="pays" label="Pays" defaultValue={demandes.pays ?? ''} />
          <ChampDate name="creeeLe" label="Structure créée le" defaultValue={demandes.creeeLe ?? ''} />
          {FAITS.map(([nom, libelle]) => (
            <ChampChoix key={nom} name={nom} label={libelle} defaultValue={demandes[nom] ?? ''}>
              <option value="">on ne sait pas</option>
              <option value="oui">oui</option>
              <option value="non">non</option>
            </ChampChoix>
          ))}
        </Box>
        <Button type="submit" variant="outlined" size="small">
          Voir ce qui serait demandé
        </Button>
      </FormulaireAdresse>
      <Box component="ul" aria-label="Ce qui serait demandé" sx={{ pl: 2.5, mt: 2 }}>
        {lignes.map((ligne) => (
          <Box component="li" key={ligne.code} sx={{ mb: 0.75 }}>
            <strong>{nomDePiece(ligne.code)}</strong>
            {`\u00a0: ${LIBELLE_SINON[ligne.exigence].toLowerCase()}. `}
            <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {[
                ligne.condition && lireCas(ligne.condition) ? phraseExigence({ ...ligne, exigence: ligne.regle }) : '',
                ligne.aVerifier.length > 0 ? phraseAVerifier(ligne.aVerifier) : '',
                ligne.exigence !== 'NON_DEMANDEE' && phraseRegles(ligne.regles)
                  ? `Vérifiée\u00a0: ${phraseRegles(ligne.regles)}.`
                  : '',
              ]
                .filter(Boolean)
                .join(' ')}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
