/** Names of the five ratings, from the least content on. */
export const SCORE_NAMES = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"] as const;
