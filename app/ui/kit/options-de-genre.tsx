import type { Genre } from '#domain/structure/genre'
import { LIBELLE_GENRE } from '#libelles/structure'

/** What a structure may say that it is, as a list offers it. */
export const OptionsDeGenre = ({ genres }: { genres: readonly Genre[] }) =>
  genres.map((genre) => (
    <option key={genre} value={genre}>
      {LIBELLE_GENRE[genre]}
    </option>
  ))
